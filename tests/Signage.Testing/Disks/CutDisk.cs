using System.Globalization;
using System.Runtime.InteropServices;

namespace Signage.Testing.Disks;

/// <summary>
/// A disk with ext4 whose power can be cut. At the cut everything that the file system has not yet given to the disk is gone, and nothing more
/// arrives: the kernel's own switch for this, made for testing file systems, not a copy taken while blocks still move.
/// </summary>
public sealed partial class CutDisk : IDisposable
{
    private const uint Shutdown = 0x8004587d;   // EXT4_IOC_SHUTDOWN
    private const uint WithoutFlushingTheJournal = 2;

    private readonly TestMount _mount;

    private CutDisk(TestMount mount) => _mount = mount;

    public string Folder => _mount.Folder;

    /// <summary>Makes an empty one. Skips the test where nothing may be mounted or no file system made.</summary>
    public static CutDisk Make(int mebibytes)
    {
        TestMount.Need("mkfs.ext4", "e2fsprogs");
        return new CutDisk(TestMount.Mount(
            home =>
            {
                var image = Path.Combine(home, "image");
                using (var file = File.Create(image))
                {
                    file.SetLength(mebibytes * 1024L * 1024);
                }

                TestMount.Run("mkfs.ext4", "-q", "-F", image);
            },
            "-o",
            "loop",
            "%HOME%/image"));
    }

    /// <summary>Cuts the power. Whoever writes there gets an I/O error from now on.</summary>
    public void Cut()
    {
        var handle = open(Folder, 0);
        Assert.True(handle >= 0, $"{Folder}: {Marshal.GetLastPInvokeErrorMessage()}");
        var how = WithoutFlushingTheJournal;
        var answer = ioctl(handle, Shutdown, ref how);
        var error = Marshal.GetLastPInvokeErrorMessage();
        _ = close(handle);
        Assert.True(answer == 0, $"the kernel cannot cut the power of ext4: {error}");
    }

    /// <summary>
    /// Power returns on a copy of what the disk held: the journal is replayed, and the copy is the disk from now on. Nobody may have anything open
    /// there.
    /// </summary>
    /// <returns>The image as the cut left it, untouched, for whoever wants to look into it.</returns>
    public string Restart(int cut)
    {
        _mount.Unmount();
        var evidence = _mount.Beside(string.Create(CultureInfo.InvariantCulture, $"cut-{cut}"));
        TestMount.Run("mv", _mount.Beside("image"), evidence);
        TestMount.Run("cp", "--sparse=always", evidence, _mount.Beside("image"));
        _mount.Mount("-o", "loop", "%HOME%/image");
        return evidence;
    }

    public void Dispose() => _mount.Dispose();

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int handle, nuint request, ref uint argument);

    [LibraryImport("libc")]
    private static partial int close(int handle);
}
