using System.Buffers.Binary;
using Signage.Core.Frames;
using Signage.Core.Text;

namespace Signage.Renderer.Pictures.Heads;

/// <summary>
/// Walks the blocks of a GIF to its end (GIF89a, sections 17 to 27): counts its pictures and their pixels and keeps what the first one needs. Comments and application
/// blocks are passed over. Used for one file.
/// </summary>
internal sealed class GifHead
{
    private const string Name = "GIF";
    private const int ScreenEnd = 13;
    private const int ImageHeadLength = 10;
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;
    private const byte HasTable = 0x80;
    private const long MostCodes = 4_096;

    private readonly List<Range> _bones = [];
    private int _width;
    private int _height;
    private bool _hasGlobalTable;
    private int _frames;
    private long _framePixels;
    private Range? _control;
    private (long Pixels, long Bytes, int CodeBits) _first;

    /// <summary>True when a file begins as a GIF does.</summary>
    public static bool IsGif(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    /// <summary>Reads the head of a GIF.</summary>
    public static HeadAnswer Read(ReadOnlySpan<byte> file) => new GifHead().Walk(file);

    private HeadAnswer Walk(ReadOnlySpan<byte> file)
    {
        if (file.Length < ScreenEnd)
        {
            return EndsEarly(file.Length);
        }

        (_width, _height) = (BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));
        if (HeadBounds.Complaint(_width, _height) is { } complaint)
        {
            return new HeadAnswer.Refused(complaint);
        }

        _hasGlobalTable = (file[10] & HasTable) != 0;
        var at = ScreenEnd + TableLength(file[10]);
        _bones.Add(..at);
        for (var parts = 0; parts < PictureBounds.MostParts; parts++)
        {
            if (at >= file.Length)
            {
                return EndsEarly(file.Length);
            }

            if (file[at] == Trailer)
            {
                return End(file, at);
            }

            var data = Behind(file, at);
            if (data < 0)
            {
                return new HeadAnswer.Refused(Wrong(file[at], at));
            }

            var next = BehindBlocks(file, data);
            if (next > file.Length)
            {
                return EndsEarly(at);
            }

            if (Complaint(file, at, next) is { } reason)
            {
                return new HeadAnswer.Refused(reason);
            }

            at = next;
        }

        return new HeadAnswer.Refused(Words.PictureTooManyParts.With(Name, PictureBounds.MostParts));
    }

    private static string Wrong(byte block, int at) => Words.PicturePartWrong.With(Name, $"{block:X2}", at);

    private static HeadAnswer.Refused EndsEarly(int at) => new(Words.PictureEndsEarly.With(Name, at));

    private HeadAnswer End(ReadOnlySpan<byte> file, int at)
    {
        if (_frames == 0)
        {
            return new HeadAnswer.Refused(Words.PictureWithoutData.With(Name));
        }

        if (MostPixels(_first.Bytes * 8 / (_first.CodeBits + 1)) < _first.Pixels)
        {
            return new HeadAnswer.Refused(Words.PictureCannotHold.With(_first.Bytes, _width, _height));
        }

        if ((long)_width * _height > _first.Pixels * PictureBounds.MostCanvas)
        {
            return new HeadAnswer.Refused(Words.PictureCanvasTooLarge.With(_width, _height, PictureBounds.MostCanvas));
        }

        _bones.Add(at..(at + 1));
        return new HeadAnswer.Sound(new PictureHead(PictureKind.Gif, new PixelSize(_width, _height), _frames, 1, file.Length - at - 1)) { Bones = _bones };
    }

    // A code stands for one pixel more than the longest before it at most, and for no more than there are codes (GIF89a, appendix F).
    private static long MostPixels(long codes) =>
        codes <= MostCodes ? codes * (codes + 1) / 2 : (MostCodes * (MostCodes + 1) / 2) + ((codes - MostCodes) * MostCodes);

    private static int TableLength(byte packed) => (packed & HasTable) != 0 ? 3 << ((packed & 7) + 1) : 0;

    // Where the data blocks of a part begin; negative for what is no part, beyond the file for what is cut off.
    private static int Behind(ReadOnlySpan<byte> file, int at) => file[at] switch
    {
        Extension => at + 2,
        Image when at + ImageHeadLength >= file.Length => file.Length,
        Image => at + ImageHeadLength + TableLength(file[at + 9]) + 1,
        _ => -1,
    };

    private static int BehindBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
        {
            at += file[at] + 1;
        }

        return at + 1;
    }

    private static long DataBytes(ReadOnlySpan<byte> file, int at)
    {
        var bytes = 0L;
        for (; file[at] != 0; at += file[at] + 1)
        {
            bytes += file[at];
        }

        return bytes;
    }

    private string? Complaint(ReadOnlySpan<byte> file, int at, int next)
    {
        if (file[at] == Extension)
        {
            // The last control before a picture is that picture's.
            _control = file[at + 1] == GraphicControl ? at..next : _control;
            return null;
        }

        var head = file.Slice(at, ImageHeadLength);
        var (left, top) = (BinaryPrimitives.ReadUInt16LittleEndian(head[1..]), BinaryPrimitives.ReadUInt16LittleEndian(head[3..]));
        var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(head[5..]), BinaryPrimitives.ReadUInt16LittleEndian(head[7..]));
        var codeBits = file[at + ImageHeadLength + TableLength(head[9])];
        if (width == 0 || height == 0 || left + width > _width || top + height > _height)
        {
            return Words.PictureFrameOutside.With(width, height, _width, _height);
        }

        if (codeBits is < 1 or > 8 || (!_hasGlobalTable && (head[9] & HasTable) == 0))
        {
            return Wrong(Image, at);
        }

        _frames++;
        _framePixels += (long)width * height;
        if (_frames == 1)
        {
            if (_control is { } control)
            {
                _bones.Add(control);
            }

            _bones.Add(at..next);
            _first = ((long)width * height, DataBytes(file, at + ImageHeadLength + TableLength(head[9]) + 1), codeBits);
        }

        return _frames > PictureBounds.MostFrames ? Words.PictureTooManyFrames.With(PictureBounds.MostFrames)
            : _framePixels > PictureBounds.MostFramePixels ? Words.PictureFramesTooLarge.With(PictureBounds.MostFramePixels)
            : null;
    }
}
