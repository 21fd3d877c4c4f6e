using System.Globalization;

namespace Signage.Testing.Disks;

/// <summary>A disk of a few hundred kilobytes that can be filled to its last byte, and freed again.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TestMount _mount;

    private SmallDisk(TestMount mount) => _mount = mount;

    public string Folder => _mount.Folder;

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Makes it. Skips the test where nothing may be mounted.</summary>
    public static SmallDisk Make(int kibibytes) =>
        new(TestMount.Mount(_ => { }, "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={kibibytes}k"), "tmpfs"));

    /// <summary>Leaves no room.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(page);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Leaves that much room and no more.</summary>
    public void FillUpTo(int kibibytes)
    {
        Fill();
        using var ballast = new FileStream(Ballast, FileMode.Open, FileAccess.Write, FileShare.None);
        ballast.SetLength(ballast.Length - (kibibytes * 1024));
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Ballast);

    public void Dispose() => _mount.Dispose();
}
