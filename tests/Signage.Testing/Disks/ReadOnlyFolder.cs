namespace Signage.Testing.Disks;

/// <summary>A folder that can be made read-only even for the administrator, who is not bound by permissions.</summary>
public sealed class ReadOnlyFolder : IDisposable
{
    private readonly TestMount _mount;

    private ReadOnlyFolder(TestMount mount) => _mount = mount;

    public string Folder => _mount.Folder;

    /// <summary>Makes it, writable at first. Skips the test where nothing may be mounted.</summary>
    public static ReadOnlyFolder Make() => new(TestMount.Mount(home => Directory.CreateDirectory(Path.Combine(home, "content")), "--bind", "%HOME%/content"));

    public void Lock() => TestMount.Run("mount", "-o", "remount,bind,ro", Folder);

    public void Unlock() => TestMount.Run("mount", "-o", "remount,bind,rw", Folder);

    public void Dispose() => _mount.Dispose();
}
