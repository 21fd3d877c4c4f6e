using System.Diagnostics;

namespace Signage.Trust.Tests.Keys;

/// <summary>The openssl command in a folder of its own: a second implementation, written by others.</summary>
internal sealed class OpenSsl : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-openssl-").FullName;

    private OpenSsl()
    {
    }

    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    public static OpenSsl Start()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "openssl")));
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(found, "openssl is missing: apt-get install openssl");
        }

        Assert.SkipUnless(found, "apt-get install openssl");
        return new OpenSsl();
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(_folder, name));

    public (int Code, string Said) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.GetAwaiter().GetResult());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
