using Signage.Core.Frames;
using Signage.Renderer.Pictures;
using Signage.Renderer.Tests.Pictures.Made;

namespace Signage.Renderer.Tests.Pictures;

/// <summary>Heads of pictures, good ones and others, before anything is decoded.</summary>
public sealed class PictureHeadTests
{
    public static TheoryData<string> Bad => [.. BadPictures.ByHead.Select(bad => bad.Name)];

    public static TheoryData<string> Deep => [.. BadPictures.ByDecoder.Select(bad => bad.Name)];

    [Theory]
    [MemberData(nameof(Bad))]
    public void B06_Read_WhenThePictureIsBad_RefusesItInWords(string name)
    {
        var bad = BadPictures.ByHead.Single(bad => bad.Name == name);
        var refused = Assert.IsType<HeadAnswer.Refused>(PictureHead.Read(bad.File));
        Assert.Contains(bad.Words, refused.Reason, StringComparison.Ordinal);
        Assert.Matches("[\\u4E00-\\u9FFF]", refused.Reason);
        Assert.DoesNotContain('\n', refused.Reason);
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void B06_Read_WhenOnlyTheBodyIsBad_LeavesItToTheDecoder(string name) =>
        Assert.IsType<HeadAnswer.Sound>(PictureHead.Read(BadPictures.ByDecoder.Single(bad => bad.Name == name).File));

    [Fact]
    public void B06_Read_WhenThePictureIsGood_TellsWhatItPromises()
    {
        var size = new PixelSize(16, 8);
        Assert.Equal(new PictureHead(PictureKind.Png, size, 1, 1, 0), HeadOf(MadePng.Good));
        Assert.Equal(new PictureHead(PictureKind.Jpeg, size, 1, 1, 0), HeadOf(MadeJpeg.Good));
        Assert.Equal(new PictureHead(PictureKind.Jpeg, size, 1, 1, 0), HeadOf(MadeJpeg.Progressive));
        Assert.Equal(new PictureHead(PictureKind.Gif, size, 1, 1, 0), HeadOf(MadeGif.Good));
        Assert.Equal(new PictureHead(PictureKind.Gif, size, 2, 1, 0), HeadOf(MadeGif.Moving));
    }

    [Fact]
    public void S24_Read_WhenBytesStandBehindThePicture_CountsThem()
    {
        byte[] zip = [.. "PK\x03\x04"u8, .. new byte[40]];
        Assert.Equal(zip.Length, HeadOf([.. MadePng.Good, .. zip]).BytesBehind);
        Assert.Equal(zip.Length, HeadOf([.. MadeJpeg.Good, .. zip]).BytesBehind);
        Assert.Equal(zip.Length, HeadOf([.. MadeGif.Good, .. zip]).BytesBehind);
    }

    [Fact]
    public void S24_Read_WhenThePictureIsAtTheBounds_IsSound()
    {
        Assert.Equal(new PixelSize(4_096, 3_906), HeadOf(MadePng.Black(4_096, 3_906)).Size);
        Assert.Equal(new PixelSize(16, 4_096), HeadOf(MadePng.Black(16, 4_096)).Size);
        Assert.Equal(200, HeadOf(MadeGif.File([MadeGif.Screen(8, 8), .. Enumerable.Repeat(MadeGif.Frame(0, 0, 1, 1), 200)])).Frames);
        Assert.IsType<HeadAnswer.Sound>(PictureHead.Read([.. MadePng.Good, .. new byte[PictureBounds.MostBytes - MadePng.Good.Length]]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void B06_Read_WhenTheExifTellsATurn_TakesIt(int turn)
    {
        var head = HeadOf(MadeJpeg.And(0xE1, MadeJpeg.Exif(turn)));
        Assert.Equal((turn, turn > 4 ? new PixelSize(8, 16) : new PixelSize(16, 8)), (head.Turn, head.UprightSize));
    }

    [Theory]
    [InlineData("turn 0")]
    [InlineData("turn 9")]
    [InlineData("round in a circle")]
    [InlineData("cut off")]
    [InlineData("beyond its end")]
    [InlineData("65,535 entries")]
    [InlineData("no order of bytes")]
    public void B06_Read_WhenTheExifMakesNoSense_TakesThePictureAsItIs(string how)
    {
        var exif = MadeJpeg.Exif(how == "turn 0" ? 0 : how == "turn 9" ? 9 : 1, how == "round in a circle" ? 8 : 0);
        exif = how switch
        {
            "cut off" => exif[..14],
            "beyond its end" => [.. exif[..10], 0xFF, 0xFF, 0xFF, 0xFF, .. exif[14..]],
            "65,535 entries" => [.. exif[..14], 0xFF, 0xFF, 0, 0, .. exif[18..]],
            "no order of bytes" => [.. exif[..6], 88, 88, .. exif[8..]],
            _ => exif,
        };
        Assert.Equal(1, HeadOf(MadeJpeg.And(0xE1, exif)).Turn);
    }

    [Fact]
    public void B06_Read_WhenCutAtAnyByte_RefusesIt()
    {
        foreach (var good in new[] { MadePng.Good, MadeJpeg.Good, MadeJpeg.Progressive, MadeGif.Good, MadeGif.Moving })
        {
            Assert.All(Enumerable.Range(0, good.Length), length => Assert.IsType<HeadAnswer.Refused>(PictureHead.Read(good.AsSpan(0, length))));
        }
    }

    private static PictureHead HeadOf(byte[] file)
    {
        var answer = PictureHead.Read(file);
        return answer is HeadAnswer.Sound sound ? sound.Head : throw new Xunit.Sdk.XunitException($"{answer}");
    }
}
