using System.Buffers.Binary;
using Signage.Core.Frames;
using Signage.Core.Text;

namespace Signage.Renderer.Pictures.Heads;

/// <summary>
/// Walks the segments of a JPEG to its end (ITU-T T.81, annex B): one frame of 8 bits a sample, Huffman coding, baseline or progressive. Profiles, thumbnails, comments and
/// all but the orientation of EXIF are passed over. Used for one file.
/// </summary>
internal sealed class JpegHead
{
    private const string Name = "JPEG";
    private const int LongestJfif = 18;

    // JFIF 1.02 without a thumbnail, one dot as wide as high. It says that the colours are Y Cb Cr, whatever the components are called.
    private static readonly ReadOnlyMemory<byte> BareJfif = new byte[] { 0xFF, Markers.FirstApplication, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0 };

    private readonly List<Range> _bones = [];
    private int _at;
    private int _width;
    private int _height;
    private int _components;
    private (int Across, int Down)[] _sampling = [];
    private int _scans;
    private long _scanBytes;
    private int _turn;
    private bool _isAdobe;
    private bool _hasThumbnail;

    /// <summary>True when a file begins as a JPEG does.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, Markers.Start, 0xFF, ..];

    /// <summary>Reads the head of a JPEG.</summary>
    public static HeadAnswer Read(ReadOnlySpan<byte> file) => new JpegHead().Walk(file);

    private HeadAnswer Walk(ReadOnlySpan<byte> file)
    {
        _bones.Add(..2);
        _at = 2;
        for (var parts = 0; parts < PictureBounds.MostParts; parts++)
        {
            // Any number of fill bytes may stand before a marker.
            var mark = _at;
            while (mark < file.Length && file[mark] == 0xFF)
            {
                mark++;
            }

            if (mark < file.Length && mark > _at && file[mark] == Markers.End)
            {
                return End(file, mark + 1);
            }

            if (mark == file.Length || file.Length < mark + 3 || BinaryPrimitives.ReadUInt16BigEndian(file[(mark + 1)..]) > file.Length - mark - 1)
            {
                return new HeadAnswer.Refused(Words.PictureEndsEarly.With(Name, _at));
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(mark + 1)..]);
            var reason = mark == _at || length < 2 ? Wrong(file[mark]) : Complaint(file[mark], file.Slice(mark + 3, length - 2));
            if (reason is not null)
            {
                return new HeadAnswer.Refused(reason);
            }

            var next = mark + 1 + length;
            if (file[mark] == Markers.Scan)
            {
                (var data, next) = (next, BehindScan(file, next));
                _scanBytes += next - data;
            }

            _isAdobe |= file[mark] == Markers.Adobe && IsNeeded(file[mark], file[(mark + 3)..next]);
            _hasThumbnail |= file[mark] == Markers.FirstApplication && file[(mark + 3)..next].StartsWith("JFIF\0"u8) && length >= LongestJfif + 2;
            if (IsNeeded(file[mark], file[(mark + 3)..next]))
            {
                _bones.Add((mark - 1)..next);
            }

            _at = next;
        }

        return new HeadAnswer.Refused(Words.PictureTooManyParts.With(Name, PictureBounds.MostParts));
    }

    private HeadAnswer End(ReadOnlySpan<byte> file, int end)
    {
        if (_scans == 0)
        {
            return new HeadAnswer.Refused(Words.PictureWithoutData.With(Name));
        }

        // With Adobe's mark the inks are stored the other way round, and decoders take them so with or without it: without it the picture would come out as its negative.
        if (_components == 4 && !_isAdobe)
        {
            return new HeadAnswer.Refused(Words.PictureCoding.With("CMYK without Adobe"));
        }

        // A block of 8 by 8 samples takes a bit at least, and a picture that cannot be in so few bytes is not there.
        var (across, down) = (_sampling.Max(part => part.Across), _sampling.Max(part => part.Down));
        var blocks = _sampling.Sum(part => Up((long)_width * part.Across, 8 * across) * Up((long)_height * part.Down, 8 * down));
        if (_scanBytes * 8 < blocks)
        {
            return new HeadAnswer.Refused(Words.PictureCannotHold.With(_scanBytes, _width, _height));
        }

        _bones.Add((end - 2)..end);
        var head = new PictureHead(PictureKind.Jpeg, new PixelSize(_width, _height), 1, Math.Max(_turn, 1), file.Length - end);
        return new HeadAnswer.Sound(head) { Bones = _bones, BehindFirst = _hasThumbnail ? BareJfif : default };
    }

    private static long Up(long count, long by) => (count + by - 1) / by;

    // In the data of a scan a 0xFF is followed by zero or by a restart marker; whatever else follows it ends the scan (T.81, B.1.1.5).
    private static int BehindScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length)
        {
            var found = file[at..^1].IndexOf((byte)0xFF);
            if (found < 0)
            {
                break;
            }

            at += found;
            if (file[at + 1] is not (0 or (>= Markers.FirstRestart and <= Markers.LastRestart)))
            {
                return at;
            }

            at += 2;
        }

        return file.Length;
    }

    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        Markers.FirstApplication => data.StartsWith("JFIF\0"u8) && data.Length < LongestJfif,
        Markers.Adobe => data.StartsWith("Adobe"u8),
        >= Markers.FirstApplication and <= Markers.LastApplication or Markers.Comment => false,
        _ => true,
    };

    private string Wrong(byte marker) => Words.PicturePartWrong.With(Name, $"FF{marker:X2}", _at);

    private string? Complaint(byte marker, ReadOnlySpan<byte> data)
    {
        switch (marker)
        {
            case Markers.Baseline or Markers.Extended or Markers.Progressive:
                return Frame(marker, data);
            case Markers.Scan:
                _scans++;
                return _components == 0 ? Wrong(marker)
                    : _scans > PictureBounds.MostScans ? Words.PictureTooManyScans.With(PictureBounds.MostScans)
                    : null;
            case Markers.HuffmanTables or Markers.QuantizationTables or Markers.RestartInterval or Markers.Comment:
                return null;
            case Markers.Arithmetic or 0xC9 or 0xCA or 0xCB or 0xCD or 0xCE or 0xCF:
                return Words.PictureCoding.With("arithmetic");
            case 0xC3:
                return Words.PictureCoding.With("lossless");
            case 0xC5 or 0xC6 or 0xC7 or 0xDE or 0xDF:
                return Words.PictureCoding.With("hierarchical");
            case Markers.Exif when _turn == 0 && data.StartsWith("Exif\0\0"u8):
                _turn = ExifTurn.Of(data[6..]);
                return null;
            case >= Markers.FirstApplication and <= Markers.LastApplication:
                return null;
            default:
                return Wrong(marker);
        }
    }

    private string? Frame(byte marker, ReadOnlySpan<byte> data)
    {
        if (_components > 0 || data.Length < 6 || data.Length != 6 + (3 * data[5]))
        {
            return Wrong(marker);
        }

        if (data[0] != 8)
        {
            return Words.PictureCoding.With($"{data[0]} bit");
        }

        (_height, _width, _components) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]), data[5]);
        if (HeadBounds.Complaint(_width, _height) is { } complaint)
        {
            return complaint;
        }

        var isKnown = _components is 1 or 3 or 4;
        _sampling = new (int, int)[_components];
        for (var part = 0; part < _components; part++)
        {
            var sampling = data[7 + (3 * part)];
            var (across, down) = (sampling >> 4, sampling & 15);
            isKnown &= across is >= 1 and <= 4 && down is >= 1 and <= 4 && data[8 + (3 * part)] <= 3;
            _sampling[part] = (across, down);
        }

        return isKnown ? null : Wrong(marker);
    }

    // The markers of T.81, table B.1.
    private static class Markers
    {
        public const byte Baseline = 0xC0;
        public const byte Extended = 0xC1;
        public const byte Progressive = 0xC2;
        public const byte HuffmanTables = 0xC4;
        public const byte Arithmetic = 0xCC;
        public const byte FirstRestart = 0xD0;
        public const byte LastRestart = 0xD7;
        public const byte Start = 0xD8;
        public const byte End = 0xD9;
        public const byte Scan = 0xDA;
        public const byte QuantizationTables = 0xDB;
        public const byte RestartInterval = 0xDD;
        public const byte FirstApplication = 0xE0;
        public const byte Exif = 0xE1;
        public const byte Adobe = 0xEE;
        public const byte LastApplication = 0xEF;
        public const byte Comment = 0xFE;
    }
}
