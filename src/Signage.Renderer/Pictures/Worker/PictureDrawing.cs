using System.Runtime.InteropServices;
using Signage.Core.Frames;
using SkiaSharp;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// Decodes a picture. The decoder is given only what it needs of the file: no colour profile, no gamma, no EXIF, no text, no thumbnail, no second picture, nothing behind
/// the end. So colours are taken as they are stored, as sRGB, and what is attached to a picture meets no reader at all. Called in the limited process only.
/// </summary>
internal static class PictureDrawing
{
    // What decoders hold beside the pixels: an interlaced PNG of 16 bits a channel all of its rows, a progressive JPEG of four channels all of its coefficients; 8 bytes a pixel each.
    private const int MostWorkBytes = 8;

    /// <summary>Decodes a picture.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="head">What its head promised.</param>
    /// <returns>How it ended, and the pixels, which the caller disposes, if it ended well.</returns>
    /// <exception cref="OutOfMemoryException">There is no memory for it.</exception>
    public static (WorkerAnswer Answer, DrawnPixels? Pixels) Draw(ReadOnlySpan<byte> file, HeadAnswer.Sound head)
    {
        using var data = SKData.CreateCopy(Bare(file, head));
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return (Failed(SKCodecResult.InvalidInput), null);
        }

        var size = head.Head.Size;
        if (codec.Info.Width != size.Width || codec.Info.Height != size.Height || codec.EncodedFormat != FormatOf(head.Head.Kind))
        {
            return (new WorkerAnswer(WorkerEnd.OtherThanHead), null);
        }

        AskForRoom(size);
        var pixels = new DrawnPixels(size);
        try
        {
            var decoded = codec.GetPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul), pixels.Address, pixels.RowLength, SKCodecOptions.Default);
            if (decoded != SKCodecResult.Success)
            {
                pixels.Dispose();
                return (Failed(decoded), null);
            }
        }
        catch
        {
            pixels.Dispose();
            throw;
        }

        var upright = head.Head.UprightSize;
        return (new WorkerAnswer(WorkerEnd.Drawn, pixels.IsOpaque() ? 3 : 4, upright.Width, upright.Height), pixels);
    }

    // The decoder calls a lack of memory a broken picture. So all that it may come to is asked for first and given back: what fails then fails for memory.
    private static unsafe void AskForRoom(PixelSize size) => NativeMemory.Free(NativeMemory.Alloc((nuint)size.Width * (nuint)size.Height, DrawnPixels.Channels + MostWorkBytes));

    private static WorkerAnswer Failed(SKCodecResult result) => new(WorkerEnd.NotDrawn, Detail: (int)result);

    private static SKEncodedImageFormat FormatOf(PictureKind kind) => kind switch
    {
        PictureKind.Png => SKEncodedImageFormat.Png,
        PictureKind.Jpeg => SKEncodedImageFormat.Jpeg,
        _ => SKEncodedImageFormat.Gif,
    };

    private static byte[] Bare(ReadOnlySpan<byte> file, HeadAnswer.Sound head)
    {
        var bare = new byte[head.Bones.Sum(Length) + head.BehindFirst.Length];
        var rest = bare.AsSpan();
        foreach (var bone in head.Bones)
        {
            file[bone].CopyTo(rest);
            rest = rest[Length(bone)..];
            if (bone.Equals(head.Bones[0]))
            {
                head.BehindFirst.Span.CopyTo(rest);
                rest = rest[head.BehindFirst.Length..];
            }
        }

        return bare;
    }

    private static int Length(Range bone) => bone.End.Value - bone.Start.Value;
}
