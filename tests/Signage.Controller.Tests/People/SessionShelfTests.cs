using System.Text;
using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Disks;
using Signage.Testing.Disks;
using Signage.Testing.Recording;

namespace Signage.Controller.Tests.People;

/// <summary>What becomes of the file of sessions on a disk and in a folder as they are.</summary>
public sealed class SessionShelfTests : IDisposable
{
    private static readonly DateTimeOffset Moment = DateTimeOffset.Parse("2026-09-01T09:00:00.1234567+08:00", null);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-shelf-");
    private readonly SiteConsole _console = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Shelved => Path.Combine(_folder.FullName, SessionShelf.FileName);

    public void Dispose()
    {
        _console.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Sessions_WhenTheSiteStartsAgain_AreThere()
    {
        await Shelf().PutAsync(Of("k1"), Token);
        await Shelf().PutAsync(Of("k2"), Token);
        await Shelf().RemoveAsync(["k1"], Token);
        Assert.Equal(Of("k2"), Assert.Single(await Shelf().ReadAsync(Token)));
        Assert.Equal(Moment.Offset, Assert.Single(await Shelf().ReadAsync(Token)).Began.Offset);
        Assert.Empty(_console.Complaints);
    }

    [Fact]
    public async Task File_WhenWritten_IsItsOwnersAloneAndHoldsNoId()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        await Shelf().PutAsync(Of(Session.KeyOf("the id in the cookie")), Token);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode());
        Assert.DoesNotContain("cookie", await File.ReadAllTextAsync(Shelved, Token), StringComparison.Ordinal);
        Assert.Equal([Shelved], Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"sessions":null,"sha256":""}""")]
    [InlineData("""{"sessions":[null],"sha256":""}""")]
    [InlineData("""{"sessions":[{"key":"k"}],"sha256":""}""")]
    [InlineData("""{"sessions":[],"sha256":"0"}""")]
    [InlineData("\0\0\0\0")]
    public async Task File_WhenItIsNone_ReadsAsEmptySaysSoOnceAndIsReplaced(string content)
    {
        await File.WriteAllTextAsync(Shelved, content, Token);
        await EmptyOnceAsync("it is damaged");
    }

    [Fact]
    public async Task File_WhenAnyBitFlips_NeverReadsAsAnotherSession()
    {
        await Shelf().PutAsync(Of("k1"), Token);
        var whole = await File.ReadAllBytesAsync(Shelved, Token);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var flipped = whole.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(SessionFile.Read(flipped) is null or [] || SessionFile.Read(flipped)!.SequenceEqual([Of("k1")]), Encoding.UTF8.GetString(flipped));
        }
    }

    [Fact]
    public async Task File_WhenCutShortAnywhere_ReadsAsEmpty()
    {
        await Shelf().PutAsync(Of("k1"), Token);
        var whole = await File.ReadAllBytesAsync(Shelved, Token);
        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Null(SessionFile.Read(whole.AsSpan(0, length))));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task File_WhenOthersMayWriteIt_IsNotBelieved(UnixFileMode pen)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        await Shelf().PutAsync(Of("k1"), Token);
        Widen(pen);
        await EmptyOnceAsync("others may write it");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode());
    }

    [Fact]
    public async Task File_WhenOthersMayReadIt_IsClosedToThemByTheNextWriting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        await Shelf().PutAsync(Of("k1"), Token);
        Widen(UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var shelf = Shelf();
        Assert.Single(await shelf.ReadAsync(Token));
        await shelf.PutAsync(Of("k2"), Token);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode());
    }

    /// <summary>A power cut between writing and naming leaves the old file whole, and the new one under its first name.</summary>
    [Fact]
    public async Task Leftover_WhenAPowerCutLeftOne_IsNeitherReadNorInTheWay()
    {
        await Shelf().PutAsync(Of("k1"), Token);
        await File.WriteAllBytesAsync(Shelved + PrivateFile.Unfinished, SessionFile.Write([Of("ended since")]), Token);
        var shelf = Shelf();
        Assert.Equal("k1", Assert.Single(await shelf.ReadAsync(Token)).Key);
        await shelf.PutAsync(Of("k2"), Token);
        Assert.Equal(["k1", "k2"], (await Shelf().ReadAsync(Token)).Select(session => session.Key).Order());
        Assert.Equal([Shelved], Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public async Task File_WhenItIsAFolder_ReadsAsEmptyAndSaysSo()
    {
        Directory.CreateDirectory(Shelved);
        Assert.Empty(await Shelf().ReadAsync(Token));
        Assert.Single(_console.Complaints);
    }

    [Fact]
    public async Task Sessions_WhenTooMany_AreThoseThatWereSeenLast()
    {
        Session[] many = [.. Enumerable.Range(0, SessionShelf.Most).Select(at => Of($"k{at}") with { SeenAt = Moment.AddSeconds(at) })];
        await File.WriteAllBytesAsync(Shelved, SessionFile.Write(many), Token);
        var shelf = Shelf();
        Assert.Equal(SessionShelf.Most, (await shelf.ReadAsync(Token)).Count);
        await shelf.PutAsync(Of("new") with { SeenAt = Moment.AddDays(1) }, Token);
        var kept = (await Shelf().ReadAsync(Token)).Select(session => session.Key).ToHashSet();
        Assert.Equal(SessionShelf.Most, kept.Count);
        Assert.Contains("new", kept);
        Assert.DoesNotContain("k0", kept);
        Assert.True(new FileInfo(Shelved).Length < 4 * 1024 * 1024);
    }

    [Fact]
    public async Task Put_WhenTheDiskIsFull_ThrowsAndLeavesTheFileAndTheNextTryWrites()
    {
        using var disk = SmallDisk.Make(256);
        var file = Path.Combine(disk.Folder, SessionShelf.FileName);
        var shelf = new SessionShelf(file, _console);
        await shelf.PutAsync(Of("k1"), Token);
        disk.Fill();
        await Assert.ThrowsAnyAsync<IOException>(() => shelf.PutAsync(Of("k2"), Token));
        Assert.Equal("k1", Assert.Single(await shelf.ReadAsync(Token)).Key);
        Assert.Equal("k1", Assert.Single(await new SessionShelf(file, _console).ReadAsync(Token)).Key);
        disk.Free();
        await shelf.PutAsync(Of("k2"), Token);
        Assert.Equal(2, (await new SessionShelf(file, _console).ReadAsync(Token)).Count);
    }

    private static Session Of(string key) => new(key, "p1", "stamp", Moment, Moment.AddMinutes(1), Moment.AddMinutes(2));

    private SessionShelf Shelf() => new(Shelved, _console);

    private async Task EmptyOnceAsync(string because)
    {
        var shelf = Shelf();
        Assert.Empty(await shelf.ReadAsync(Token));
        Assert.Empty(await shelf.ReadAsync(Token));
        Assert.Contains(because, Assert.Single(_console.Complaints), StringComparison.Ordinal);
        await shelf.PutAsync(Of("k2"), Token);
        Assert.Equal("k2", Assert.Single(await Shelf().ReadAsync(Token)).Key);
    }

    private void Widen(UnixFileMode more)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Shelved, File.GetUnixFileMode(Shelved) | more);
        }
    }

    private UnixFileMode Mode() => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(Shelved);
}
