using System.Diagnostics;

namespace EndToEnd.Tests.Pictures;

/// <summary>ImageMagick in a folder of its own: pictures written, and read, by software made by others.</summary>
internal sealed class OtherSoftware : IDisposable
{
    private const string Install = "apt-get install imagemagick";
    private static readonly string[] Names = ["convert-im6.q16", "convert-im6", "convert"];
    private readonly string _program;

    private OtherSoftware(string program) => _program = program;

    public string Folder { get; } = Directory.CreateTempSubdirectory("signage-imagemagick-").FullName;

    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    public static OtherSoftware Start()
    {
        var found = Names.Select(name => $"/usr/bin/{name}").FirstOrDefault(File.Exists);
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(found is not null, $"ImageMagick is missing: {Install}");
        }

        Assert.SkipUnless(found is not null, Install);
        return new OtherSoftware(found!);
    }

    public async Task<byte[]> RunAsync(string target, CancellationToken cancellationToken, params string[] words)
    {
        var start = new ProcessStartInfo(_program, [.. words, target]) { WorkingDirectory = Folder, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, said);
        return await File.ReadAllBytesAsync(Path.Combine(Folder, target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..]), cancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
