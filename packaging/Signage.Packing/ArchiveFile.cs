using System.Formats.Tar;
using System.IO.Compression;

namespace Signage.Packing;

/// <summary>One folder as one file: sorted names, one time, nobody's user, so that two runs differ in nothing but what was built.</summary>
public static class ArchiveFile
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Runnable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // What a person or the system starts; all else is only read.
    private static readonly string[] Programs = ["program/signage", "program/createdump", "install.sh", "signage"];

    /// <summary>Writes a tar.gz.</summary>
    public static async Task<string> TarAsync(string folder, string name, string path, DateTimeOffset time)
    {
        var file = File.Create(path);
        await using var closing = file.ConfigureAwait(false);
        var packed = new GZipStream(file, CompressionLevel.Optimal);
        await using var packing = packed.ConfigureAwait(false);
        // Not pax: its headers would hold the id of this process.
        var tar = new TarWriter(packed, TarEntryFormat.Gnu);
        await using var writing = tar.ConfigureAwait(false);
        foreach (var (source, inside) in Files(folder))
        {
            var data = File.OpenRead(source);
            await using var reading = data.ConfigureAwait(false);
            await tar.WriteEntryAsync(new GnuTarEntry(TarEntryType.RegularFile, $"{name}/{inside}")
            {
                Mode = Programs.Contains(inside) ? Runnable : Readable,
                ModificationTime = time,
                DataStream = data,
            }).ConfigureAwait(false);
        }

        return path;
    }

    /// <summary>Writes a zip.</summary>
    public static async Task<string> ZipAsync(string folder, string name, string path, DateTimeOffset time)
    {
        var file = File.Create(path);
        await using var closing = file.ConfigureAwait(false);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (source, inside) in Files(folder))
        {
            var entry = zip.CreateEntry($"{name}/{inside}", CompressionLevel.Optimal);
            entry.LastWriteTime = time.ToUniversalTime();
            var data = File.OpenRead(source);
            await using var reading = data.ConfigureAwait(false);
            var into = await entry.OpenAsync().ConfigureAwait(false);
            await using var writing = into.ConfigureAwait(false);
            await data.CopyToAsync(into).ConfigureAwait(false);
        }

        return path;
    }

    private static IEnumerable<(string Source, string Inside)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (path, Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(file => file.Item2, StringComparer.Ordinal);
}
