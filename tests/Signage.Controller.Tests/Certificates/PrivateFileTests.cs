using Signage.Controller.Certificates;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A file that is not written leaves nothing of itself behind: part of it may be a key.</summary>
public sealed class PrivateFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-cert-");

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
