using Signage.Core.Frames;
using Signage.Renderer.Pictures;
using Signage.Renderer.Pictures.Drawn;

namespace Signage.Renderer.Tests.Pictures;

/// <summary>The shelf of pictures that were drawn anew, on the real disk.</summary>
public sealed class PictureShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-shelf-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Shelf => Path.Combine(_folder, "pictures");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task S24_Put_WhenAPictureIsKept_NamesItByItsDigestForThisUserAlone()
    {
        using var shelf = new PictureShelf(Shelf, ShelfQuota.Usual);
        var picture = Picture(100);
        Assert.Equal(new ShelfAnswer.Kept(picture.Digest), await shelf.PutAsync(picture, Token));
        var file = Assert.Single(Directory.GetFileSystemEntries(Shelf));
        Assert.Equal($"{picture.Digest}.png", Path.GetFileName(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Shelf));
        }

        var found = Assert.IsType<ShelfAnswer.Found>(await shelf.FindAsync(picture.Digest, Token));
        Assert.Equal(picture.Png.ToArray(), found.Png.ToArray());
    }

    [Fact]
    public async Task S24_Put_WhenTheShelfIsFull_RefusesAndKeepsWhatItHas()
    {
        using var shelf = new PictureShelf(Shelf, new ShelfQuota(2, 250));
        Assert.IsType<ShelfAnswer.Kept>(await shelf.PutAsync(Picture(100, 1), Token));
        Assert.Contains("the shelf is full", Assert.IsType<ShelfAnswer.Refused>(await shelf.PutAsync(Picture(200, 2), Token)).Reason, StringComparison.Ordinal);
        Assert.IsType<ShelfAnswer.Kept>(await shelf.PutAsync(Picture(100, 3), Token));
        Assert.IsType<ShelfAnswer.Refused>(await shelf.PutAsync(Picture(10, 4), Token));
        Assert.IsType<ShelfAnswer.Kept>(await shelf.PutAsync(Picture(100, 1), Token));
        Assert.Equal(2, Directory.GetFiles(Shelf).Length);

        Assert.True(await shelf.RemoveAsync(Picture(100, 1).Digest, Token));
        Assert.False(await shelf.RemoveAsync(Picture(100, 1).Digest, Token));
        Assert.IsType<ShelfAnswer.Kept>(await shelf.PutAsync(Picture(10, 4), Token));
    }

    [Fact]
    public async Task S24_Put_WhenManyComeAtOnce_NeverPassesTheQuota()
    {
        using var shelf = new PictureShelf(Shelf, new ShelfQuota(5, 1_000_000));
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => shelf.PutAsync(Picture(50, number), Token))));
        Assert.Equal(5, answers.Count(answer => answer is ShelfAnswer.Kept));
        Assert.Equal(5, Directory.GetFiles(Shelf).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("con")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task S24_Find_WhenTheNameIsNoneOfTheShelf_SaysSo(string digest)
    {
        using var shelf = new PictureShelf(Shelf, ShelfQuota.Usual);
        Assert.Contains("no such picture", Assert.IsType<ShelfAnswer.Refused>(await shelf.FindAsync(digest, Token)).Reason, StringComparison.Ordinal);
        Assert.False(await shelf.RemoveAsync(digest, Token));
    }

    [Fact]
    public async Task S24_Find_WhenAFileWasChanged_SaysSoAndTakesThePictureAnew()
    {
        using var shelf = new PictureShelf(Shelf, new ShelfQuota(1, 1_000));
        var picture = Picture(100);
        await shelf.PutAsync(picture, Token);
        var file = Directory.GetFiles(Shelf).Single();
        var bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[50] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Token);
        Assert.Contains("damaged", Assert.IsType<ShelfAnswer.Refused>(await shelf.FindAsync(picture.Digest, Token)).Reason, StringComparison.Ordinal);
        Assert.IsType<ShelfAnswer.Kept>(await shelf.PutAsync(picture, Token));
        Assert.IsType<ShelfAnswer.Found>(await shelf.FindAsync(picture.Digest, Token));
    }

    [Fact]
    public async Task S24_Shelf_WhenPowerFailedInTheMiddle_OpensWithoutTheUnfinished()
    {
        Directory.CreateDirectory(Shelf);
        await File.WriteAllBytesAsync(Path.Combine(Shelf, "0123456789abcdef.new"), [1, 2, 3], Token);
        using var shelf = new PictureShelf(Shelf, new ShelfQuota(1, 1_000));
        Assert.Empty(Directory.GetFiles(Shelf));
        Assert.IsType<ShelfAnswer.Kept>(await shelf.PutAsync(Picture(10), Token));
    }

    // The shelf does not look into pictures: it is given only those that this program wrote.
    private static CleanPicture Picture(int length, int number = 0) => new(Enumerable.Repeat((byte)number, length).ToArray(), new PixelSize(1, 1));
}
