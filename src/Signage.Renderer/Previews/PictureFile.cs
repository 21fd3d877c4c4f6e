using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Text;
using SkiaSharp;

namespace Signage.Renderer.Previews;

/// <summary>Small PNG files as pictures for a face, and back, pixel for pixel.</summary>
public static class PictureFile
{
    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a PNG of exactly the size of the face. A part of a pixel counts as lit from 128 where the LEDs cannot be dimmed.</summary>
    /// <exception cref="FormatException">It is no PNG, too large, damaged, or of another size; the message says which.</exception>
    public static PixelFrame Read(ReadOnlyMemory<byte> png, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        if (png.Length > MessageLimit.MostBytes)
        {
            throw new FormatException(Words.PictureTooLarge.With(png.Length, MessageLimit.MostBytes));
        }

        if (!png.Span.StartsWith(PngMark))
        {
            throw new FormatException(Words.NotAPng);
        }

        using var data = SKData.CreateCopy(png.Span);
        using var codec = SKCodec.Create(data) ?? throw new FormatException(Words.PngDamaged);
        if (codec.Info.Width != face.Size.Width || codec.Info.Height != face.Size.Height)
        {
            throw new FormatException(Words.PictureOtherSize.With(codec.Info.Width, codec.Info.Height, face.Size));
        }

        using var bitmap = new SKBitmap(new SKImageInfo(face.Size.Width, face.Size.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            throw new FormatException(Words.PngDamaged);
        }

        return PixelFrame.Create(face.Size, face.Layout, (bitmap, face), static (cells, from) => Copy(cells, from.bitmap, from.face));
    }

    /// <summary>Writes a picture, one pixel a pixel.</summary>
    public static byte[] Write(PixelFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        using var bitmap = new SKBitmap(new SKImageInfo(frame.Size.Width, frame.Size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        for (var y = 0; y < frame.Size.Height; y++)
        {
            for (var x = 0; x < frame.Size.Width; x++)
            {
                var colour = frame[x, y];
                bitmap.SetPixel(x, y, new SKColor(colour.R, colour.G, colour.B));
            }
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Copy(Span<byte> cells, SKBitmap bitmap, PanelFace face)
    {
        var stride = PixelFrame.StrideOf(face.Size.Width, face.Layout);
        for (var y = 0; y < face.Size.Height; y++)
        {
            for (var x = 0; x < face.Size.Width; x++)
            {
                var pixel = bitmap.GetPixel(x, y);
                var bit = (byte)(0x80 >> (x & 7));
                if (face.Layout == PixelLayout.Rgb)
                {
                    var at = (y * stride) + (x * 3);
                    (cells[at], cells[at + 1], cells[at + 2]) = face.Colour == ColourAbility.Full
                        ? (pixel.Red, pixel.Green, pixel.Blue)
                        : (OnOff(pixel.Red), OnOff(pixel.Green), OnOff(pixel.Blue));
                    continue;
                }

                var mono = face.Layout == PixelLayout.Mono;
                if (pixel.Red >= 128 || (mono && (pixel.Green >= 128 || pixel.Blue >= 128)))
                {
                    cells[(y * stride) + (x >> 3)] |= bit;
                }

                if (!mono && pixel.Green >= 128)
                {
                    cells[((face.Size.Height + y) * stride) + (x >> 3)] |= bit;
                }
            }
        }
    }

    private static byte OnOff(byte value) => value >= 128 ? (byte)255 : (byte)0;
}
