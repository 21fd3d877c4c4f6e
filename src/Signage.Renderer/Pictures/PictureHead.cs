using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Renderer.Pictures.Heads;

namespace Signage.Renderer.Pictures;

/// <summary>
/// What the head of a picture promises. Only heads are read, by content alone, never by a name or by what a sender says; nothing is unpacked and nothing is decoded.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Pixels as stored.</param>
/// <param name="Frames">How many pictures it holds, 1 but for an animated GIF.</param>
/// <param name="Turn">How it has to be turned to stand upright: the orientation of EXIF, 1 (as it is) to 8; 1 but for JPEG.</param>
/// <param name="BytesBehind">Bytes behind the end of the picture, which are not carried along.</param>
public sealed record PictureHead(PictureKind Kind, PixelSize Size, int Frames, int Turn, int BytesBehind)
{
    private const int LastStandingTurn = 4;

    /// <summary>Pixels once it stands upright.</summary>
    public PixelSize UprightSize => Turn > LastStandingTurn ? new PixelSize(Size.Height, Size.Width) : Size;

    /// <summary>Reads the head of a file.</summary>
    /// <param name="file">The whole file.</param>
    public static HeadAnswer Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return new HeadAnswer.Refused(Words.PictureEmpty);
        }

        if (file.Length > PictureBounds.MostBytes)
        {
            return new HeadAnswer.Refused(Words.PictureTooLarge.With(file.Length, PictureBounds.MostBytes));
        }

        return file switch
        {
            _ when PngHead.IsPng(file) => PngHead.Read(file),
            _ when JpegHead.IsJpeg(file) => JpegHead.Read(file),
            _ when GifHead.IsGif(file) => GifHead.Read(file),
            _ when ForeignKinds.NameOf(file) is { } name => new HeadAnswer.Refused(Words.PictureForeign.With(name)),
            _ => new HeadAnswer.Refused(Words.PictureUnknown),
        };
    }
}
