using System.Diagnostics;
using System.Text;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>Fonts and programs of others. What is missing skips the test on a desk, naming what to install, and fails it where everything has to be there.</summary>
internal static class Outside
{
    private const string Fonts = "/usr/share/fonts/X11/misc";

    /// <summary>A font that a package of Debian brings.</summary>
    public static string Font(string name, string package) => Path(System.IO.Path.Combine(Fonts, name), package);

    /// <summary>A file that a package of Debian brings.</summary>
    public static string Path(string path, string package)
    {
        Need(File.Exists(path), System.IO.Path.GetFileName(path), package);
        return path;
    }

    /// <summary>Runs a program to its end and hands out what it wrote.</summary>
    public static byte[] Run(string program, string package, params string[] words)
    {
        var path = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/bin".Split(':').Select(folder => System.IO.Path.Combine(folder, program)).LastOrDefault(File.Exists);
        Need(path is not null, program, package);
        using var process = Process.Start(new ProcessStartInfo(path!, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var written = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(written);
        process.WaitForExit();
        var said = complaints.GetAwaiter().GetResult();
        Need(!said.Contains("No module named", StringComparison.Ordinal), program, package);
        Assert.True(process.ExitCode == 0, $"{program}: {said}");
        return written.ToArray();
    }

    /// <summary>What a program wrote, as lines.</summary>
    public static string[] Lines(byte[] written) => Encoding.UTF8.GetString(written).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static void Need(bool there, string what, string package)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(there, $"{what} is missing: apt-get install {package}");
        }

        Assert.SkipUnless(there, $"apt-get install {package}");
    }
}
