using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Demo;

/// <summary>
/// The data folder of one demo. A mark in it says that a demo owns what is there, and is held open for as long as the demo lives: a second one finds it
/// held, and the system lets go of it when the demo is killed. A folder with a site and without the mark is somebody's real site and is never touched.
/// </summary>
internal sealed class DemoFolder : IDisposable
{
    private const string Prefix = "signage-demo-";
    private const string Mark = "demo.lock";
    private const string Database = "site.db";
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _mark;

    private DemoFolder(string path, FileStream mark, bool isTemporary) => (Path, _mark, IsTemporary) = (path, mark, isTemporary);

    /// <summary>Where the demo keeps its data.</summary>
    public string Path { get; }

    /// <summary>True when the folder goes with the demo.</summary>
    public bool IsTemporary { get; }

    /// <summary>Takes a folder that somebody named, and empties it of an older demo.</summary>
    /// <exception cref="UserError">A real site is in it, or it is in use.</exception>
    public static DemoFolder Take(string path)
    {
        Directory.CreateDirectory(path);
        if (File.Exists(In(path, Database)) && !File.Exists(In(path, Mark)))
        {
            throw new UserError(Words.DemoFolderForeign.With(path));
        }

        // The mark first, so that no other demo is between; then a look at the lock of a site that runs on what a demo left.
        var mark = Hold(In(path, Mark), FileMode.OpenOrCreate) ?? throw new UserError(Words.DemoFolderInUse.With(path));
        try
        {
            if (File.Exists(In(path, $"{Database}.lock")))
            {
                using var site = Hold(In(path, $"{Database}.lock"), FileMode.Open) ?? throw new UserError(Words.DemoFolderInUse.With(path));
            }

            // Ports and passwords are new at every start, and the panels of an old blank are gone.
            foreach (var old in Old(path))
            {
                File.Delete(old);
            }

            return new DemoFolder(path, mark, isTemporary: false);
        }
        catch
        {
            mark.Dispose();
            throw;
        }
    }

    /// <summary>Makes a folder that goes with the demo, and removes those of demos that were killed.</summary>
    /// <param name="root">Where temporary folders are.</param>
    public static DemoFolder Make(string root)
    {
        foreach (var left in Directory.EnumerateDirectories(root, $"{Prefix}*"))
        {
            Sweep(left);
        }

        var path = System.IO.Path.Combine(root, Prefix + System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OnlyMe);
        }

        return new DemoFolder(path, new FileStream(In(path, Mark), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None), isTemporary: true);
    }

    /// <summary>Lets go of the folder; a temporary one is removed.</summary>
    public void Dispose()
    {
        _mark.Dispose();
        if (IsTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static IEnumerable<string> Old(string path) =>
        [.. new[] { $"{Database}*", "quartz.db*", "blank.state" }
            .SelectMany(names => Directory.EnumerateFiles(path, names))
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))];

    private static void Sweep(string left)
    {
        try
        {
            if (!File.Exists(In(left, Mark)) || Hold(In(left, Mark), FileMode.Open) is not { } free)
            {
                return;
            }

            free.Dispose();
            Directory.Delete(left, recursive: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Another user's, or another demo sweeps it at this very moment: nothing of ours.
            return;
        }
    }

    private static FileStream? Hold(string file, FileMode mode)
    {
        try
        {
            return new FileStream(file, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    private static string In(string folder, string name) => System.IO.Path.Combine(folder, name);
}
