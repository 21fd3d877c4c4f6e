using Signage.Disks;

namespace Signage.Storage.Tests;

/// <summary>What <see cref="DiskSync"/> hears when a disk refuses is shown by tests/PowerCut.Tests/DiskErrorTests.cs, which answers in the disk's place.</summary>
public sealed class DiskSyncTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-sync-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task File_WhenFlushed_HoldsWhatWasWritten()
    {
        var path = Path.Combine(_folder, "file");
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        file.Write([1, 2, 3]);
        DiskSync.Flush(file);
        Assert.Equal(3, new FileInfo(path).Length);
        DiskSync.FlushNames(_folder);
    }

    [Fact]
    public void Names_WhenThereIsNoSuchFolder_AreRefusedByName()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives out no folders to sync");
        var missing = Path.Combine(_folder, "missing");
        Assert.Contains(missing, Assert.Throws<IOException>(() => DiskSync.FlushNames(missing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B06_Folder_WhenOpened_IsNotInheritedByAProcessThatIsStarted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc of Linux");
        using var folder = DiskSync.OpenFolder(_folder);
        var flags = (await File.ReadAllLinesAsync($"/proc/self/fdinfo/{folder.DangerousGetHandle()}", Token)).Single(line => line.StartsWith("flags:", StringComparison.Ordinal));

        // In octal; O_CLOEXEC is 02000000.
        Assert.NotEqual(0, Convert.ToInt32(flags[6..].Trim(), 8) & Convert.ToInt32("2000000", 8));
    }
}
