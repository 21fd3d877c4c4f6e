using System.Formats.Tar;
using System.IO.Compression;
using Signage.Packing;

[assembly: AssemblyFixture(typeof(Packaging.Tests.PackedSignage))]

namespace Packaging.Tests;

/// <summary>
/// The package for linux-x64, unpacked as a stranger would unpack it: the one that <c>SIGNAGE_PACKAGE</c> names, as CI does after its own packing, else one
/// that is made here (about half a minute on two quiet cores).
/// </summary>
public sealed class PackedSignage : IAsyncLifetime
{
    private readonly string _home = Directory.CreateTempSubdirectory("signage-packed-").FullName;

    /// <summary>The tree that it was made from.</summary>
    public SourceTree Tree { get; } = SourceTree.Above(AppContext.BaseDirectory);

    /// <summary>The name of the archive.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What was in it.</summary>
    public string Folder => Path.Combine(_home, "unpacked", Name[..^".tar.gz".Length]);

    /// <summary>A file of it.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    public async ValueTask InitializeAsync()
    {
        var archive = Environment.GetEnvironmentVariable("SIGNAGE_PACKAGE") ?? await Pack.MakeAsync(Tree, PackTarget.Find("linux-x64")!, _home);
        Name = Path.GetFileName(archive);
        var unpacked = Directory.CreateDirectory(Path.Combine(_home, "unpacked")).FullName;
        await using var file = File.OpenRead(archive);
        await using var tar = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, unpacked, overwriteFiles: false);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_home, recursive: true);
        return ValueTask.CompletedTask;
    }
}
