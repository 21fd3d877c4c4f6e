using SkiaSharp;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Signage.Renderer.Tests.Boards;

/// <summary>What ZXing finds in a picture: a reader that knows nothing of the library that the codes are made with.</summary>
internal static class QrReader
{
    /// <summary>The only code of a picture.</summary>
    public static (string Text, string Level, float Span, int Modules) Read(SKBitmap picture)
    {
        // A phone is held before the code: what stands elsewhere (the rings of the waves look like corner marks) is not in its sight.
        var (x, y) = (picture.Width / 2, picture.Height / 2);
        var read = Find(picture, 0, 0, picture.Width, picture.Height) ?? Find(picture, 0, y, x, picture.Height - y) ?? Find(picture, x, y, picture.Width - x, picture.Height - y);
        Assert.True(read is not null, "no QR code was found");

        // The first three points are the middles of the corner marks: lower left, upper left, upper right.
        var span = ResultPoint.distance(read.ResultPoints[1], read.ResultPoints[2]);
        return (read.Text, (string)read.ResultMetadata[ResultMetadataType.ERROR_CORRECTION_LEVEL], span, 17 + (4 * VersionOf(read)));
    }

    private static Result? Find(SKBitmap picture, int left, int top, int width, int height)
    {
        var pixels = picture.Pixels;
        var rgb = new byte[width * height * 3];
        for (var at = 0; at < width * height; at++)
        {
            var pixel = pixels[((top + (at / width)) * picture.Width) + left + (at % width)];
            (rgb[at * 3], rgb[(at * 3) + 1], rgb[(at * 3) + 2]) = (pixel.Red, pixel.Green, pixel.Blue);
        }

        var hints = new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true };
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(rgb, width, height))), hints);
    }

    // ZXing does not hand the version on; the number of its raw code words says it (ISO/IEC 18004, table 7, error level M).
    private static int VersionOf(Result read) => read.RawBytes.Length switch
    {
        <= 16 => 1,
        <= 28 => 2,
        <= 44 => 3,
        <= 64 => 4,
        <= 86 => 5,
        <= 108 => 6,
        <= 124 => 7,
        <= 154 => 8,
        <= 182 => 9,
        <= 216 => 10,
        var other => throw new InvalidOperationException($"A code of {other} code words is none of these tests."),
    };
}
