using System.Buffers;
using System.Text;
using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>
/// Reads a font in the Glyph Bitmap Distribution Format, version 2.1 (X Consortium standard "Bitmap Distribution Format", Adobe Systems 1984–1988); of version 2.2 (Adobe
/// Technical Note 5005) what has horizontal writing. Memory grows with the lines that are there, never with a number in them.
/// </summary>
/// <param name="file">The whole file.</param>
internal ref struct BdfReader(ReadOnlySpan<byte> file)
{
    private readonly FontProperties _properties = new();
    private readonly Dictionary<int, BitmapGlyph> _glyphs = [];
    private readonly ArrayBufferWriter<byte> _pixels = new();
    private BdfLines _lines = new(file);
    private string _name = "";
    private int? _size;
    private int? _advance;
    private int _unmapped;

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It has a mistake; the message is one line with the number of its line.</exception>
    public BitmapFont Read()
    {
        _lines.Require("STARTFONT");
        if (!_lines.Tail.SequenceEqual("2.1"u8) && !_lines.Tail.SequenceEqual("2.2"u8))
        {
            throw _lines.Mistake(Words.BdfExpected.With("STARTFONT 2.1", BdfLines.Text(_lines.Tail)));
        }

        var count = ReadHeader();
        var header = HeaderOfLine();
        var read = 0;
        for (_lines.Require("ENDFONT"); _lines.Key.SequenceEqual("STARTCHAR"u8); _lines.Require("ENDFONT"))
        {
            if (++read > count)
            {
                throw _lines.Mistake(Words.BdfCount.With("CHARS", count, read));
            }

            ReadGlyph(header.Charset);
        }

        if (!_lines.Key.SequenceEqual("ENDFONT"u8))
        {
            throw _lines.Expected("STARTCHAR, ENDFONT");
        }

        return read != count ? throw _lines.Mistake(Words.BdfCount.With("CHARS", count, read))
            : _lines.Next() ? throw _lines.Mistake(Words.BdfBehindEnd)
            : _glyphs.Count == 0 ? throw _lines.Mistake(Words.FontWithoutGlyphs)
            : new BitmapFont(header, _glyphs, _pixels.WrittenSpan.ToArray(), _unmapped);
    }

    /// <summary>Everything up to the number of characters, which is given back.</summary>
    private int ReadHeader()
    {
        Span<int> numbers = stackalloc int[4];
        while (true)
        {
            _lines.Require("CHARS");
            switch (_lines.Key)
            {
                case var key when key.SequenceEqual("CHARS"u8):
                    _lines.Numbers(numbers[..1]);
                    return _lines.Within(numbers[0], 0, BitmapFontLimits.MostGlyphs);
                case var key when key.SequenceEqual("FONT"u8):
                    _name = Encoding.UTF8.GetString(_lines.Tail[..Math.Min(_lines.Tail.Length, 512)]);
                    break;
                case var key when key.SequenceEqual("SIZE"u8):
                    // Points, then dots an inch; a point is a seventy-second of an inch. 2.2 has the bits of a pixel as a fourth.
                    _lines.Numbers(numbers[..3], more: true);
                    _size = (int)Math.Clamp(Math.Round(numbers[0] * (double)numbers[2] / 72), 0, int.MaxValue);
                    break;
                case var key when key.SequenceEqual("FONTBOUNDINGBOX"u8):
                    _lines.Numbers(numbers);
                    break;
                case var key when key.SequenceEqual("STARTPROPERTIES"u8):
                    _lines.Numbers(numbers[..1]);
                    ReadProperties(numbers[0]);
                    break;
                case var key when key.SequenceEqual("DWIDTH"u8):
                    _lines.Numbers(numbers[..2]);
                    _advance = Advance(numbers);
                    break;
                case var key when key.SequenceEqual("METRICSSET"u8):
                    // 0 is horizontal writing, 2 both ways, 1 vertical alone.
                    _lines.Numbers(numbers[..1]);
                    if (numbers[0] is not (0 or 2))
                    {
                        throw _lines.Mistake(Words.BdfExpected.With("METRICSSET 0", BdfLines.Text(_lines.Tail)));
                    }

                    break;
                case var key when !IsPassedOver(key) && !key.SequenceEqual("CONTENTVERSION"u8):
                    throw _lines.Expected("FONT, SIZE, FONTBOUNDINGBOX, STARTPROPERTIES, CHARS");
            }
        }
    }

    private readonly FontHeader HeaderOfLine()
    {
        try
        {
            return FontHeader.Of(_properties, _name, _size);
        }
        catch (FormatException mistake)
        {
            throw _lines.Mistake(mistake.Message);
        }
    }

    private void ReadProperties(int count)
    {
        Span<int> number = stackalloc int[1];
        var read = 0;
        for (_lines.Require("ENDPROPERTIES"); !_lines.Key.SequenceEqual("ENDPROPERTIES"u8); _lines.Require("ENDPROPERTIES"))
        {
            read++;
            if (!FontProperties.Keeps(_lines.Key))
            {
                continue;
            }

            if (_lines.Tail is [(byte)'"', .. var text, (byte)'"'])
            {
                _properties.Take(_lines.Key, text[..Math.Min(text.Length, 512)]);
            }
            else
            {
                _lines.Numbers(number);
                _properties.Take(_lines.Key, number[0]);
            }
        }

        if (read != count)
        {
            throw _lines.Mistake(Words.BdfCount.With("STARTPROPERTIES", count, read));
        }
    }

    private void ReadGlyph(FontCharset charset)
    {
        Span<int> box = stackalloc int[4];
        Span<int> numbers = stackalloc int[2];
        var (encoding, advance, boxed) = ((int?)null, _advance, false);
        for (_lines.Require("BITMAP"); !_lines.Key.SequenceEqual("BITMAP"u8); _lines.Require("BITMAP"))
        {
            switch (_lines.Key)
            {
                case var key when key.SequenceEqual("ENCODING"u8):
                    // -1 for a character of no standard place, its own number behind it.
                    _lines.Numbers(numbers[..1], more: true);
                    encoding = _lines.Within(numbers[0], -1, 0x10FFFF);
                    break;
                case var key when key.SequenceEqual("DWIDTH"u8):
                    _lines.Numbers(numbers);
                    advance = Advance(numbers);
                    break;
                case var key when key.SequenceEqual("BBX"u8):
                    _lines.Numbers(box);
                    _lines.Within(box[0], 0, BitmapFontLimits.LargestBox);
                    _lines.Within(box[1], 0, BitmapFontLimits.LargestBox);
                    _lines.Within(box[2], -BitmapFontLimits.FarthestOffset, BitmapFontLimits.FarthestOffset);
                    _lines.Within(box[3], -BitmapFontLimits.FarthestOffset, BitmapFontLimits.FarthestOffset);
                    boxed = true;
                    break;
                case var key when !IsPassedOver(key):
                    throw _lines.Expected("ENCODING, SWIDTH, DWIDTH, BBX, BITMAP");
            }
        }

        if (encoding is null || advance is null || !boxed)
        {
            throw _lines.Mistake(Words.BdfLacks.With(encoding is null ? "ENCODING" : advance is null ? "DWIDTH" : "BBX"));
        }

        var glyph = new BitmapGlyph(advance.Value, box[2], box[3] + box[1], box[0], box[1], _pixels.WrittenCount, (box[0] + 7) / 8);
        ReadPixels(glyph);
        if (encoding >= 0)
        {
            Keep(charset.CodePoint(encoding.Value), glyph);
        }
    }

    // Two characters of one code: the later one stands, as in what bdftopcf makes of them.
    private void Keep(int? code, BitmapGlyph glyph)
    {
        if (code is { } known)
        {
            _glyphs[known] = glyph;
        }
        else
        {
            _unmapped++;
        }
    }

    private void ReadPixels(BitmapGlyph glyph)
    {
        // A box without columns has rows without digits, which are empty lines.
        for (var row = 0; glyph.Stride > 0 && row < glyph.Height; row++)
        {
            _lines.Require("ENDCHAR");
            var bytes = _pixels.GetSpan(glyph.Stride)[..glyph.Stride];
            if (_lines.Key.Length != glyph.Stride * 2 || !_lines.Tail.IsEmpty || Convert.FromHexString(_lines.Key, bytes, out _, out _) != OperationStatus.Done)
            {
                throw _lines.Mistake(Words.BdfPixels.With(glyph.Stride * 2, BdfLines.Text(_lines.Key)));
            }

            _pixels.Advance(glyph.Stride);
        }

        _lines.Require("ENDCHAR");
        if (!_lines.Key.SequenceEqual("ENDCHAR"u8))
        {
            throw _lines.Expected("ENDCHAR");
        }
    }

    private readonly int Advance(ReadOnlySpan<int> width)
    {
        _lines.Within(width[1], 0, 0);
        return _lines.Within(width[0], 0, BitmapFontLimits.FarthestOffset);
    }

    // Widths for printers, and those of vertical writing.
    private static bool IsPassedOver(ReadOnlySpan<byte> key) =>
        key.SequenceEqual("SWIDTH"u8) || key.SequenceEqual("ATTRIBUTES"u8) || key.SequenceEqual("SWIDTH1"u8) || key.SequenceEqual("DWIDTH1"u8) || key.SequenceEqual("VVECTOR"u8);
}
