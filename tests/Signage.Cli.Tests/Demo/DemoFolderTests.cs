using Signage.Cli.Demo;
using Signage.Cli.Terminal;

namespace Signage.Cli.Tests.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("signage-cli-");

    [Fact]
    public void Take_WhenARealSiteIsThere_RefusesAndTouchesNothing()
    {
        var database = Write("site.db", "real");

        Assert.Contains(_root.FullName, Assert.Throws<UserError>(() => DemoFolder.Take(_root.FullName)).Message, StringComparison.Ordinal);
        Assert.Equal("real", File.ReadAllText(database));
    }

    [Fact]
    public void Take_WhenADemoLeftItsSite_EmptiesItAndKeepsWhatIsNotItsOwn()
    {
        DemoFolder.Take(_root.FullName).Dispose();
        string[] old = [Write("site.db", "old"), Write("site.db-wal", "old"), Write("quartz.db", "old"), Write("blank.state", "old")];
        var kept = Write("other.db", "mine");

        using var folder = DemoFolder.Take(_root.FullName);

        Assert.DoesNotContain(old, File.Exists);
        Assert.True(File.Exists(kept));
    }

    [Fact]
    public void Take_WhenAnotherDemoHoldsIt_Refuses()
    {
        using var first = DemoFolder.Take(_root.FullName);

        Assert.Throws<UserError>(() => DemoFolder.Take(_root.FullName));
    }

    [Fact]
    public void Take_WhenASiteRunsOnWhatADemoLeft_RefusesAndTouchesNothing()
    {
        DemoFolder.Take(_root.FullName).Dispose();
        var database = Write("site.db", "in use");
        using var running = new FileStream($"{database}.lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.Throws<UserError>(() => DemoFolder.Take(_root.FullName));
        Assert.Equal("in use", File.ReadAllText(database));
    }

    [Fact]
    public void Dispose_WhenTheFolderIsTemporary_RemovesIt()
    {
        var folder = DemoFolder.Make(_root.FullName);
        Assert.True(Directory.Exists(folder.Path));

        folder.Dispose();

        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void Make_WhenADemoWasKilled_RemovesWhatItLeftAndNothingElse()
    {
        // What a killed demo leaves: its mark, held by nobody.
        var left = _root.CreateSubdirectory("signage-demo-left").FullName;
        File.WriteAllText(Path.Combine(left, "demo.lock"), "");
        File.WriteAllText(Path.Combine(left, "site.db"), "");
        var strange = _root.CreateSubdirectory("signage-demo-strange").FullName;
        using var alive = DemoFolder.Make(_root.FullName);

        using var folder = DemoFolder.Make(_root.FullName);

        Assert.Equal((false, true, true), (Directory.Exists(left), Directory.Exists(strange), Directory.Exists(alive.Path)));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_root.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
