using System.Diagnostics;
using System.Globalization;

namespace Signage.Controller.Tests.Certificates;

/// <summary>The client of the openssl command, written by others: shakes hands and hangs up.</summary>
internal static class OpenSslClient
{
    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    public static void Need()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "openssl")));
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(found, "openssl is missing: apt-get install openssl");
        }

        Assert.SkipUnless(found, "apt-get install openssl");
    }

    public static async Task<(int Code, string Said)> ConnectAsync(int port, string[] options, CancellationToken cancellationToken)
    {
        string[] words = ["s_client", "-connect", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "-verify_return_error", .. options];
        using var process = Process.Start(new ProcessStartInfo("openssl", words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Close();
        var (errors, said) = (process.StandardError.ReadToEndAsync(cancellationToken), process.StandardOutput.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await said + await errors);
    }
}
