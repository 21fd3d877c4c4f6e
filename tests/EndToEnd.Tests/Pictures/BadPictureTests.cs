using Signage.Renderer.Pictures;
using Signage.Renderer.Tests.Pictures.Made;

namespace EndToEnd.Tests.Pictures;

/// <summary>Bad pictures at the door of the built command: each is refused in words, and a good picture goes through right after it.</summary>
public sealed class BadPictureTests
{
    private static readonly byte[][] Good = [MadePng.Good, MadeJpeg.Good, MadeGif.Good];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void B06_Table_WhenCounted_HasAtLeastSixtyPictures() =>
        Assert.InRange(BadPictures.ByHead.Concat(BadPictures.ByDecoder).DistinctBy(bad => bad.Name).Count(), 60, 1_000);

    [Fact]
    public async Task B06_Door_WhenAPictureIsBad_RefusesItAndTakesAGoodOneRightAfter()
    {
        using var door = RealWorker.Door();
        List<string> wrong = [];
        var number = 0;
        foreach (var bad in BadPictures.ByHead.Where((_, at) => at % 4 == 0).Concat(BadPictures.ByDecoder))
        {
            var answer = await door.TakeAsync(bad.File, Token);
            if (answer is not PictureAnswer.Refused { End: PictureEnd.Refused } refused || !refused.Reason.Contains(bad.Words, StringComparison.Ordinal))
            {
                wrong.Add($"{bad.Name}: {answer}");
            }

            var after = await door.TakeAsync(Good[number++ % Good.Length], Token);
            if (after is not PictureAnswer.Taken)
            {
                wrong.Add($"after {bad.Name}: {after}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task B06_Process_WhenABadPictureGotThrough_DrawsTheGoodOneAfterIt()
    {
        // All of the table without starting a process for each: whatever a bad one left behind in the decoder would meet the next one here.
        await using var worker = RealWorker.Start();
        List<string> wrong = [];
        foreach (var bad in BadPictures.ByHead.Concat(BadPictures.ByDecoder))
        {
            var answer = await RealWorker.AskAsync(worker, bad.File, Token);
            if (answer is not PictureAnswer.Refused { End: PictureEnd.Refused } refused || !refused.Reason.Contains(bad.Words, StringComparison.Ordinal))
            {
                wrong.Add($"{bad.Name}: {answer}");
            }

            Assert.IsType<PictureAnswer.Taken>(await RealWorker.AskAsync(worker, MadePng.Good, Token));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Null(await worker.EndAsync(Token));
    }

    [Fact]
    public async Task S24_Door_WhenAPictureCarriesMore_CarriesNothingAlong()
    {
        // What is taken in spite of what comes with it, since nothing of that is left: archives and scripts behind the end, texts, profiles, EXIF, a second picture.
        byte[] secret = [.. "PK\x03\x04-s3cr3t-<script>"u8];
        var pictures = new (string Name, byte[] File)[]
        {
            ("PNG and ZIP", [.. MadePng.Good, .. secret]),
            ("GIF and script", [.. MadeGif.Good, .. secret]),
            ("JPEG and ZIP", [.. MadeJpeg.Good, .. secret]),
            ("JPEG with EXIF that leads round", MadeJpeg.And(0xE1, [.. MadeJpeg.Exif(1, next: 8), .. secret])),
            ("JPEG with a thumbnail in its JFIF", MadeJpeg.Thumbnailed),
            ("JPEG with a comment", MadeJpeg.And(0xFE, secret)),
            ("JPEG with a profile that is none", MadeJpeg.And(0xE2, [.. "ICC_PROFILE\0\x01\x01"u8, .. secret])),
            ("PNG with texts and a profile that is none", [.. MadePng.Good[..33], .. MadePng.Chunk("iCCP", [65, 0, 0, .. secret]), .. MadePng.Chunk("tEXt", [65, 0, .. secret]), .. MadePng.Good[33..]]),
            ("PNG with a text that unpacks to 200 MB", [.. MadePng.Good[..33], .. MadePng.Chunk("zTXt", [65, 0, 0, .. MadePng.Packed(new byte[200_000_000])]), .. MadePng.Good[33..]]),
            ("PNG with a wrong check in a text", [.. MadePng.Good[..33], .. MadePng.Chunk([.. "tEXt"u8], secret, 0), .. MadePng.Good[33..]]),
            ("GIF with a comment", [.. MadeGif.Good[..25], 0x21, 0xFE, (byte)secret.Length, .. secret, 0, .. MadeGif.Good[25..]]),
            ("GIF that moves", MadeGif.Moving),
        };
        using var door = RealWorker.Door();
        var plain = new Dictionary<PictureKind, string>();
        foreach (var file in Good)
        {
            var taken = Assert.IsType<PictureAnswer.Taken>(await door.TakeAsync(file, Token));
            plain[taken.Head.Kind] = taken.Picture.Digest;
        }

        foreach (var (name, file) in pictures)
        {
            var answer = await door.TakeAsync(file, Token);
            Assert.True(answer is PictureAnswer.Taken taken && taken.Picture.Digest == plain[taken.Head.Kind], $"{name}: {answer}");
        }
    }

    [Fact]
    public async Task B06_Door_WhenAnIndexIsOutOfThePalette_DrawsAColourOfThePalette()
    {
        // Two colours and indexes up to 255: no memory behind the palette is ever shown.
        var rows = Enumerable.Range(0, 8).SelectMany(_ => Enumerable.Range(0, 33).Select(x => (byte)(x == 0 ? 0 : (x - 1) * 8))).ToArray();
        var file = MadePng.File(MadePng.Head(32, 8, 8, 3), MadePng.Chunk("PLTE", 10, 20, 30, 40, 50, 60), MadePng.Chunk("IDAT", MadePng.Packed(rows)), MadePng.End);
        using var door = RealWorker.Door();
        var taken = Assert.IsType<PictureAnswer.Taken>(await door.TakeAsync(file, Token));
        using var bitmap = SkiaSharp.SKBitmap.Decode(taken.Picture.Png.Span);
        Assert.All(bitmap.Pixels, pixel => Assert.Contains((pixel.Red, pixel.Green, pixel.Blue), new (byte, byte, byte)[] { (10, 20, 30), (40, 50, 60) }));
    }
}
