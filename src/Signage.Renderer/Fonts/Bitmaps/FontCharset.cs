using System.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>
/// The character set that a font's codes belong to, by its registry and encoding as the X Logical Font Description names them (fields CHARSET_REGISTRY and
/// CHARSET_ENCODING; X Window System, "X Logical Font Description Conventions", version 1.5).
/// </summary>
internal sealed class FontCharset
{
    private const int Gbk = 936;
    private const int Replacement = 0xFFFD;
    private const int FirstCell = 0x21;
    private const int LastCell = 0x7E;

    private readonly Encoding? _rows;

    private FontCharset(string name, Encoding? rows) => (Name, _rows) = (name, rows);

    /// <summary>Its name, such as <c>ISO10646-1</c>.</summary>
    public string Name { get; }

    /// <summary>Finds the set of a name, which may be written in either case; null for one that is not known.</summary>
    public static FontCharset? Of(string name) => name.ToUpperInvariant() switch
    {
        "ISO10646-1" => new FontCharset("ISO10646-1", null),
        "GB2312.1980-0" => new FontCharset("GB2312.1980-0", CodePagesEncodingProvider.Instance.GetEncoding(
            Gbk, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))),
        _ => null,
    };

    /// <summary>
    /// The code point of a code; null where the set has none. GB 2312 is row and cell, each from 0x21; its bytes in text are the same with the highest bit set, and those
    /// the framework's code page 936 tells, as it does where this program reads GB 2312 elsewhere.
    /// </summary>
    public int? CodePoint(int code)
    {
        if (_rows is null)
        {
            return Rune.IsValid(code) ? code : null;
        }

        var (row, cell) = (code >> 8, code & 0xFF);
        if (row is < FirstCell or > LastCell || cell is < FirstCell or > LastCell)
        {
            return null;
        }

        Span<char> told = stackalloc char[4];
        var length = _rows.GetChars([(byte)(row | 0x80), (byte)(cell | 0x80)], told);
        return length == 1 && told[0] != Replacement && !IsPrivate(told[0]) ? told[0] : null;
    }

    // The code page gives the empty places of GB 2312 to private use.
    private static bool IsPrivate(char letter) => letter is >= '\uE000' and <= '\uF8FF';
}
