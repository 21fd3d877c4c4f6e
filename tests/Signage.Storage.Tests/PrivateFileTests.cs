using Signage.Disks;

namespace Signage.Storage.Tests;

/// <summary>A file that is not written leaves nothing of itself behind: part of it may be a secret.</summary>
public sealed class PrivateFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-private-");

    [Fact]
    public void S36_File_WhenItCannotHaveItsName_LeavesNoneOfItBehind()
    {
        var path = Path.Combine(_folder.FullName, "pair.pem");
        Directory.CreateDirectory(Path.Combine(path, "in the way"));
        Assert.ThrowsAny<Exception>(() => PrivateFile.Write(path, "secret"u8));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
