using Signage.Cli.Composition;

namespace Signage.Cli.Tests.Composition;

/// <summary>Failures that the system itself makes here, so that its words are those of the day.</summary>
public sealed class FileFaultsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-files-");

    [Fact]
    public void Of_WhenAFileIsMissing_NamesIt() => AssertSays("no such file", "none.txt", path => File.ReadAllText(path));

    [Fact]
    public void Of_WhenAFolderIsMissing_NamesThePath() => AssertSays("a folder of this path is missing", "none/x.txt", path => File.WriteAllText(path, ""));

    [Fact]
    public void Of_WhenAFolderIsWrittenAsAFile_NamesIt() => AssertSays("a file or a folder", "", path => File.WriteAllText(path, ""));

    [Fact]
    public void Of_WhenAFileStandsWhereAFolderShouldBe_NamesIt()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "file"), "");
        AssertSays("a file stands where a folder should be", "file", path => Directory.CreateDirectory(path));
        AssertSays("a f", "file/x", path => File.WriteAllText(path, ""));
    }

    [Fact]
    public void Of_WhenAFileIsInUse_NamesIt()
    {
        using var held = new FileStream(Path.Combine(_folder.FullName, "held"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        AssertSays("another program uses it", "held", path => new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
    }

    [Fact]
    public void Of_WhenTheDiskIsFull_SaysSo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full of Linux");
        AssertSays("no space left", "/dev/full", path => File.WriteAllText(path, "words"));
    }

    [Fact]
    public void Of_WhenStandardOutputIsFull_SaysSo() =>
        Assert.Contains("standard output", FileFaults.Of(new IOException("No space left on device", 28)), StringComparison.Ordinal);

    [Fact]
    public void Of_WhenTheWordsAreOurs_KeepsThem() => Assert.Equal("the port is busy", FileFaults.Of(new IOException("the port is busy")));

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertSays(string words, string name, Action<string> act)
    {
        var path = Path.Combine(_folder.FullName, name);
        var line = FileFaults.Of(Assert.ThrowsAny<Exception>(() => act(path)));
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.Contains(path.TrimEnd('/'), line, StringComparison.Ordinal);
    }
}
