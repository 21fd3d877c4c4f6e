using Signage.Renderer.Pictures;

namespace EndToEnd.Tests.Pictures;

/// <summary>Pictures made by ImageMagick come out with the very pixels, as ImageMagick itself reads them.</summary>
public sealed class OtherSoftwareTests
{
    // A picture of no symmetry, so that no turn goes unseen.
    private static readonly string[] Noise = ["-size", "61x37", "-seed", "7", "plasma:tomato-steelblue", "-depth", "8"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string[]> Pictures => new()
    {
        { "png24:a.png", [] },
        { "png32:a.png", ["-alpha", "set", "-channel", "A", "-evaluate", "multiply", "0.37", "+channel"] },
        { "png8:a.png", ["-colors", "200"] },
        { "a.png", ["-colorspace", "Gray"] },
        { "a.png", ["-monochrome"] },
        { "png24:a.png", ["-interlace", "PNG"] },
        { "png24:a.png", ["-set", "comment", "secret", "-density", "300"] },
        { "a.gif", [] },
        { "a.gif", ["-interlace", "GIF"] },
        { "a.jpg", ["-quality", "92", "-sampling-factor", "1x1"] },
        { "a.jpg", ["-quality", "92", "-sampling-factor", "1x1", "-interlace", "JPEG"] },
        { "a.jpg", ["-colorspace", "Gray"] },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task B06_Door_WhenOthersMadeThePicture_GivesBackTheVeryPixels(string target, string[] words)
    {
        using var others = OtherSoftware.Start();
        var name = target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var file = await others.RunAsync(target, Token, [.. Noise, .. words]);
        using var door = RealWorker.Door();
        var answer = await door.TakeAsync(file, Token);
        Assert.True(answer is PictureAnswer.Taken, $"{answer}");
        await File.WriteAllBytesAsync(Path.Combine(others.Folder, "clean.png"), ((PictureAnswer.Taken)answer).Picture.Png, Token);

        // Both as R G B A, read by ImageMagick alone.
        var before = await others.RunAsync("rgba:before", Token, name, "-colorspace", "sRGB", "-depth", "8");
        var after = await others.RunAsync("rgba:after", Token, "clean.png", "-depth", "8");
        Assert.Equal(61 * 37 * 4, after.Length);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task B06_Door_WhenOthersStoredInks_GivesBackTheirColours()
    {
        using var others = OtherSoftware.Start();
        var file = await others.RunAsync("a.jpg", Token, [.. Noise, "-colorspace", "CMYK", "-quality", "92", "-sampling-factor", "1x1"]);
        using var door = RealWorker.Door();
        var taken = Assert.IsType<PictureAnswer.Taken>(await door.TakeAsync(file, Token));
        await File.WriteAllBytesAsync(Path.Combine(others.Folder, "clean.png"), taken.Picture.Png, Token);
        var before = await others.RunAsync("rgba:before", Token, "a.jpg", "-colorspace", "sRGB", "-depth", "8");
        var after = await others.RunAsync("rgba:after", Token, "clean.png", "-depth", "8");

        // Both multiply inks in their own way: a few steps apart, and not a negative.
        Assert.Equal(61 * 37 * 4, after.Length);
        Assert.All(before.Zip(after), pair => Assert.InRange(pair.First - pair.Second, -6, 6));

        var bare = Signage.Renderer.Tests.Pictures.Made.MadeJpeg.Without(file, 0xEE);
        Assert.Contains("CMYK without Adobe", Assert.IsType<PictureAnswer.Refused>(await door.TakeAsync(bare, Token)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task B06_Door_WhenACameraWasTurned_StandsThePictureUprightAsOthersDo(int turn)
    {
        using var others = OtherSoftware.Start();
        var jpeg = await others.RunAsync("a.jpg", Token, [.. Noise, "-quality", "92", "-sampling-factor", "1x1"]);
        byte[] exif = Signage.Renderer.Tests.Pictures.Made.MadeJpeg.Segment(0xE1, Signage.Renderer.Tests.Pictures.Made.MadeJpeg.Exif(turn));
        byte[] turned = [.. jpeg[..2], .. exif, .. jpeg[2..]];
        await File.WriteAllBytesAsync(Path.Combine(others.Folder, "turned.jpg"), turned, Token);
        using var door = RealWorker.Door();
        var taken = Assert.IsType<PictureAnswer.Taken>(await door.TakeAsync(turned, Token));
        Assert.Equal(turn, taken.Head.Turn);
        await File.WriteAllBytesAsync(Path.Combine(others.Folder, "clean.png"), taken.Picture.Png, Token);
        Assert.Equal(await others.RunAsync("rgba:before", Token, "turned.jpg", "-auto-orient", "-depth", "8"), await others.RunAsync("rgba:after", Token, "clean.png", "-depth", "8"));
    }
}
