using Signage.Disks;

namespace Signage.Renderer.Pictures.Drawn;

/// <summary>Files that only this user reads, whole or not there after a power cut.</summary>
internal static class OwnFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that nobody else looks into. What is there already is narrowed.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);   // what is below the data folder of a service has its rights
            return;
        }

        Directory.CreateDirectory(folder, OwnFolder);
        File.SetUnixFileMode(folder, OwnFolder);
    }

    /// <summary>Writes a file under another name, brings it to the disk and gives it its name, in one step.</summary>
    public static async Task WriteAsync(string path, string unfinished, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnFile;
            }

            var file = new FileStream(unfinished, options);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                DiskSync.Flush(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        DiskSync.FlushNames(Path.GetDirectoryName(path)!);
    }
}
