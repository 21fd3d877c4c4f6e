using System.Buffers.Binary;
using System.Text;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Renderer.Pictures.Drawn;

namespace Signage.Renderer.Pictures.Heads;

/// <summary>
/// Walks the chunks of a PNG (W3C PNG specification, sections 5 and 11): order, number, size and check value of those that a decoder needs. Others, such as profiles, texts and
/// EXIF, are passed over unread. Used for one file.
/// </summary>
internal sealed class PngHead
{
    private const string Name = "PNG";
    private const int ChunkFrame = 12;
    private const int HeadLength = 13;
    private const byte AncillaryBit = 0x20;

    // What a byte unpacks to at most: a match of 258 bytes for two bits (RFC 1951, 3.2.5).
    private const long MostUnpacked = 1_032;

    private readonly List<Range> _bones = [];
    private int _at;
    private int _width;
    private int _height;
    private int _depth;
    private int _colour;
    private int _paletteEntries;
    private long _packedBytes;
    private bool _isDataOver;
    private bool _hasTransparency;
    private bool _isEnded;

    private static ReadOnlySpan<byte> Mark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>True when a file begins as a PNG does.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Mark);

    /// <summary>Reads the head of a PNG.</summary>
    public static HeadAnswer Read(ReadOnlySpan<byte> file) => new PngHead().Walk(file);

    private HeadAnswer Walk(ReadOnlySpan<byte> file)
    {
        _bones.Add(..Mark.Length);
        _at = Mark.Length;
        for (var parts = 0; !_isEnded; parts++)
        {
            if (parts == PictureBounds.MostParts)
            {
                return new HeadAnswer.Refused(Words.PictureTooManyParts.With(Name, PictureBounds.MostParts));
            }

            var left = file[_at..];
            if (left.Length < ChunkFrame || BinaryPrimitives.ReadUInt32BigEndian(left) > left.Length - ChunkFrame)
            {
                return new HeadAnswer.Refused(Words.PictureEndsEarly.With(Name, _at));
            }

            var chunk = left[..((int)BinaryPrimitives.ReadUInt32BigEndian(left) + ChunkFrame)];
            if (Complaint(chunk, isFirst: parts == 0) is { } reason)
            {
                return new HeadAnswer.Refused(reason);
            }

            if (IsNeeded(chunk.Slice(4, 4)))
            {
                _bones.Add(_at..(_at + chunk.Length));
            }

            _at += chunk.Length;
        }

        return new HeadAnswer.Sound(new PictureHead(PictureKind.Png, new PixelSize(_width, _height), 1, 1, file.Length - _at)) { Bones = _bones };
    }

    private static bool IsNeeded(ReadOnlySpan<byte> type) => (type[0] & AncillaryBit) == 0 || type.SequenceEqual("tRNS"u8);

    private string Wrong(string part) => Words.PicturePartWrong.With(Name, part, _at);

    private string? Complaint(ReadOnlySpan<byte> chunk, bool isFirst)
    {
        var type = chunk.Slice(4, 4);
        var data = chunk[8..^4];
        var name = Encoding.ASCII.GetString(type);
        if (!name.All(char.IsAsciiLetter) || isFirst != (name == "IHDR"))
        {
            return Wrong(name.All(char.IsAsciiLetter) ? name : Convert.ToHexString(type));
        }

        if (IsNeeded(type) && PngCheck.Of(type, data) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
        {
            return Words.PictureCheckWrong.With(Name, name, _at);
        }

        _isDataOver |= _packedBytes > 0 && name != "IDAT";
        return name switch
        {
            "IHDR" => Head(data),
            "PLTE" => Palette(data) ? null : Wrong(name),
            "tRNS" => Transparency(data) ? null : Wrong(name),
            "IDAT" => Packed(data) ? null : Wrong(name),
            "IEND" => End(data),
            "acTL" or "fcTL" or "fdAT" => Words.PictureAnimated.With("APNG"),
            _ when IsNeeded(type) => Wrong(name),
            _ => null,
        };
    }

    private string? Head(ReadOnlySpan<byte> data)
    {
        if (data.Length != HeadLength)
        {
            return Wrong("IHDR");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        if (HeadBounds.Complaint(width, height) is { } complaint)
        {
            return complaint;
        }

        (_width, _height, _depth, _colour) = ((int)width, (int)height, data[8], data[9]);
        var isKnown = (_colour, _depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        return isKnown && data[10..] is [0, 0, 0 or 1] ? null : Wrong("IHDR");
    }

    private bool Palette(ReadOnlySpan<byte> data)
    {
        if (_paletteEntries > 0 || _packedBytes > 0 || _hasTransparency || data.Length % 3 != 0)
        {
            return false;
        }

        // A truecolour picture may suggest a palette; one of greys may not.
        _paletteEntries = data.Length / 3;
        return _paletteEntries is > 0 and <= 256 && _colour is not (0 or 4) && (_colour != 3 || _paletteEntries <= 1 << _depth);
    }

    private bool Transparency(ReadOnlySpan<byte> data)
    {
        if (_hasTransparency || _packedBytes > 0)
        {
            return false;
        }

        _hasTransparency = true;
        return _colour switch
        {
            0 => data.Length == 2,
            2 => data.Length == 6,
            3 => data.Length > 0 && data.Length <= _paletteEntries,
            _ => false,
        };
    }

    private bool Packed(ReadOnlySpan<byte> data)
    {
        _packedBytes += data.Length;
        return !_isDataOver && (_colour != 3 || _paletteEntries > 0);
    }

    // A picture that cannot be in so few bytes is not there: its head says one thing, its body another.
    private string? End(ReadOnlySpan<byte> data)
    {
        _isEnded = true;
        var channels = _colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var unpacked = (((((long)_width * channels * _depth) + 7) / 8) + 1) * _height;
        return _packedBytes * MostUnpacked < unpacked ? Words.PictureCannotHold.With(_packedBytes, _width, _height)
            : data.IsEmpty ? null
            : Wrong("IEND");
    }
}
