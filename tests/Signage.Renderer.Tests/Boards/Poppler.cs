using System.Diagnostics;
using SkiaSharp;

namespace Signage.Renderer.Tests.Boards;

/// <summary>The programs of poppler-utils in a folder of their own: a reader of PDF that others wrote.</summary>
internal sealed class Poppler : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-poppler-").FullName;

    private Poppler()
    {
    }

    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    public static Poppler Start()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = new[] { "pdftotext", "pdftoppm" }.All(program => folders.Any(folder => File.Exists(Path.Combine(folder, program))));
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(found, "poppler-utils is missing: apt-get install poppler-utils");
        }

        Assert.SkipUnless(found, "apt-get install poppler-utils");
        return new Poppler();
    }

    /// <summary>The text in the order of the file.</summary>
    public string Text(ReadOnlyMemory<byte> pdf) => File.ReadAllText(Run("pdftotext", pdf, "-raw", "-nopgbrk", "-enc", "UTF-8", "poster.pdf", "text.txt", "text.txt"));

    /// <summary>The whole page, marks and all, as pixels.</summary>
    public SKBitmap Page(ReadOnlyMemory<byte> pdf, int dotsPerInch) =>
        SKBitmap.Decode(Run("pdftoppm", pdf, "-r", $"{dotsPerInch}", "-png", "-singlefile", "poster.pdf", "page", "page.png"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The last word is the file that comes of it.
    private string Run(string program, ReadOnlyMemory<byte> pdf, params string[] words)
    {
        File.WriteAllBytes(Path.Combine(_folder, "poster.pdf"), pdf.Span);
        var start = new ProcessStartInfo(program, words[..^1]) { WorkingDirectory = _folder, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && said.Length == 0, $"{program}: {said}");
        return Path.Combine(_folder, words[^1]);
    }
}
