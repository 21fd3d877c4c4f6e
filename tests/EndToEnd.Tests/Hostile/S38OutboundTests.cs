using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Hostile;

/// <summary>S38: a whole demonstration, watched by the kernel: every address that it binds, connects or sends to is this machine's own, and no name is looked up.</summary>
public sealed partial class S38OutboundTests : IDisposable
{
    private const string Strace = "/usr/bin/strace";
    private const string Install = "apt-get install strace";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-outbound-").FullName;

    [Fact]
    public async Task S38_DemoOnce_WhenWatched_SpeaksToThisMachineAlone()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(File.Exists(Strace), $"strace is missing: {Install}");
        }

        Assert.SkipUnless(File.Exists(Strace), Install);
        var log = Path.Combine(_folder, "calls.txt");
        var start = new ProcessStartInfo(Strace) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,bind,sendto,sendmsg,sendmmsg", "-o", log, "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "signage.dll"), "demo", "--once", "--port", "0", "--json"])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["TMPDIR"] = _folder;
        start.Environment["XDG_RUNTIME_DIR"] = _folder;
        using var demo = Process.Start(start)!;
        using var late = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, TestContext.Current.CancellationToken);
        try
        {
            var said = await Task.WhenAll(demo.StandardOutput.ReadToEndAsync(either.Token), demo.StandardError.ReadToEndAsync(either.Token));
            await demo.WaitForExitAsync(either.Token);
            Assert.True(demo.ExitCode == 0, said[1]);
        }
        finally
        {
            demo.Kill(entireProcessTree: true);
        }

        var calls = await File.ReadAllLinesAsync(log, either.Token);
        var named = calls.Where(call => Address().IsMatch(call)).ToArray();
        Assert.Contains(named, call => call.Contains("connect(", StringComparison.Ordinal));
        Assert.Contains(named, call => call.Contains("bind(", StringComparison.Ordinal));
        Assert.All(named, call => Assert.Matches(Loopback(), call));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Local doors and the kernel's own lists of interfaces lead nowhere.
    [GeneratedRegex(@"sa_family=AF_(?!UNIX|NETLINK|UNSPEC)")]
    private static partial Regex Address();

    [GeneratedRegex("""inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::(ffff:127\.0\.0\.1|1)",""")]
    private static partial Regex Loopback();
}
