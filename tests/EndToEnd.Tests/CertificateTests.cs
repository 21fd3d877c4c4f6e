using System.Diagnostics;
using System.Runtime.Versioning;

namespace EndToEnd.Tests;

/// <summary>Certificates by the real command on the real disk: who can read the keys, in which order they are written, and what a kill leaves.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CertificateTests : IDisposable
{
    private const string Strace = "/usr/bin/strace";
    private const string Renames = "rename,renameat,renameat2";
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("signage-cert-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Dir => Path.Combine(_folder, "certificates");

    private string Server => Path.Combine(Dir, "server-signage.lan.pem");

    [Fact]
    public async Task S11_S36_PrivateKeys_WhenTheUmaskIsLax_AreTheirOwnersAloneAndNeverPrinted()
    {
        var said = "";
        foreach (var words in (string[][])[["init", "--name", "遂宁社区"], ["issue", "--host", "signage.lan"], ["device", "square"], ["list", "--json", "--verbose"], ["renew"]])
        {
            said += await RunAsync(0, ["sh", "-c", "umask 0; exec \"$@\"", "sh"], words);
        }

        var files = Directory.EnumerateFiles(Dir).ToDictionary(file => Path.GetFileName(file), file => File.GetUnixFileMode(file));
        Assert.Equal([".lock", "authority.crt", "authority.pem", "device-square.pem", "server-signage.lan.pem"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead, files["authority.crt"]);
        Assert.All(files.Where(file => file.Key != "authority.crt"), file => Assert.Equal(Mine, file.Value));
        Assert.Equal(Mine | UnixFileMode.UserExecute, File.GetUnixFileMode(Dir));
        Assert.DoesNotContain("PRIVATE", said, StringComparison.Ordinal);
        Assert.All(files.Keys.Where(file => file.EndsWith(".pem", StringComparison.Ordinal)), file =>
            Assert.DoesNotContain(File.ReadAllText(Path.Combine(Dir, file)).Split("-----BEGIN PRIVATE KEY-----")[1].Split('\n')[1], said, StringComparison.Ordinal));
        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(Path.Combine(Dir, "authority.crt"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S11_Pair_WhenTheWriterIsKilledBeforeItHasItsName_IsTheOldOneWhole()
    {
        NeedStrace();
        await FoundAsync();
        var before = await File.ReadAllBytesAsync(Server, Token);

        await RunAsync(null, [Strace, "-f", "-qq", "-o", Path.Combine(_folder, "trace"), "-e", $"trace={Renames}", "-e", $"inject={Renames}:signal=SIGKILL"], "issue", "--host", "signage.lan");

        Assert.Equal(before, await File.ReadAllBytesAsync(Server, Token));
        var unfinished = await File.ReadAllTextAsync(Server + ".new", Token);
        Assert.Contains("-----END PRIVATE KEY-----", unfinished, StringComparison.Ordinal);
        Assert.Equal(Mine, File.GetUnixFileMode(Server + ".new"));

        await RunAsync(0, [], "issue", "--host", "signage.lan");
        Assert.NotEqual(before, await File.ReadAllBytesAsync(Server, Token));
        Assert.False(File.Exists(Server + ".new"));
    }

    [Fact]
    public async Task S11_Pair_WhenTheDiskIsFull_IsTheOldOneAndNothingOfTheNewKeyIsLeft()
    {
        NeedStrace();
        await FoundAsync();
        var before = await File.ReadAllBytesAsync(Server, Token);

        await RunAsync(1, Failing("fsync:error=ENOSPC"), "issue", "--host", "signage.lan");

        Assert.Equal(before, await File.ReadAllBytesAsync(Server, Token));
        Assert.False(File.Exists(Server + ".new"));
    }

    /// <summary>The second is that of the folder: the new pair has its name by then.</summary>
    [Fact]
    public async Task S11_Pair_WhenItsNameIsNotFlushed_IsTheNewOneAndItIsSaid()
    {
        NeedStrace();
        await FoundAsync();
        var before = await File.ReadAllBytesAsync(Server, Token);

        var said = await RunAsync(1, Failing("fsync:error=EIO:when=2"), "issue", "--host", "signage.lan");

        Assert.Contains("新文件已换上", said, StringComparison.Ordinal);
        Assert.NotEqual(before, await File.ReadAllBytesAsync(Server, Token));
        Assert.False(File.Exists(Server + ".new"));
    }

    [Fact]
    public async Task S11_Pair_WhenWritten_IsOnTheDiskBeforeItHasItsNameAndTheNameIsAfterwards()
    {
        NeedStrace();
        await FoundAsync();
        var trace = Path.Combine(_folder, "trace");

        await RunAsync(0, [Strace, "-f", "-y", "-qq", "-o", trace, "-e", $"trace=openat,write,pwrite64,fsync,{Renames}"], "issue", "--host", "signage.lan");

        var steps = (await File.ReadAllLinesAsync(trace, Token))
            .Where(line => line.Contains(Dir, StringComparison.Ordinal) && !line.Contains(".lock", StringComparison.Ordinal))
            .Select(line => line switch
            {
                _ when line.Contains("O_EXCL", StringComparison.Ordinal) && line.Contains(".pem.new\"", StringComparison.Ordinal) => line.Contains("0600", StringComparison.Ordinal) ? "made for its owner" : "made for others",
                _ when line.Contains("write", StringComparison.Ordinal) && line.Contains(".pem.new>", StringComparison.Ordinal) => "written",
                _ when line.Contains("fsync(", StringComparison.Ordinal) && line.Contains(".pem.new>", StringComparison.Ordinal) => "on the disk",
                _ when line.Contains("rename", StringComparison.Ordinal) => "named",
                _ when line.Contains("fsync(", StringComparison.Ordinal) && line.Contains("/certificates>", StringComparison.Ordinal) => "name on the disk",
                _ => "",
            })
            .Where(step => step.Length > 0);
        Assert.Equal(["made for its owner", "written", "on the disk", "named", "name on the disk"], steps);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void NeedStrace()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(File.Exists(Strace), "strace is missing: apt-get install strace");
        }

        Assert.SkipUnless(File.Exists(Strace), "apt-get install strace");
    }

    private string[] Failing(string how) => [Strace, "-f", "-qq", "-o", Path.Combine(_folder, "trace"), "-e", "trace=fsync", "-e", $"inject={how}"];

    private async Task FoundAsync()
    {
        await RunAsync(0, [], "init", "--name", "遂宁社区");
        await RunAsync(0, [], "issue", "--host", "signage.lan");
    }

    // The command, under another one that is to watch it or to change what it inherits. Its code is not looked at when it is to be killed.
    private async Task<string> RunAsync(int? code, string[] under, params string[] words)
    {
        string[] line = [.. under, "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "signage.dll"), "cert", .. words, "--dir", Dir];
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (answers, complaints) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        var said = await answers + await complaints;
        Assert.True(code is null ? process.ExitCode != 0 : process.ExitCode == code, $"{string.Join(' ', words)}: {process.ExitCode} {said}");
        return said;
    }
}
