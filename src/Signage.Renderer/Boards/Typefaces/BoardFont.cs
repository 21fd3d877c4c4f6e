using System.Text;
using Signage.Core.Text;
using Signage.Renderer.Fonts;

namespace Signage.Renderer.Boards.Typefaces;

/// <summary>An outline font of boards: what it has and how wide it is. Thread-safe: nothing of it changes.</summary>
internal sealed class BoardFont
{
    /// <summary>Parts of an em in which widths are told, whatever the font itself counts in.</summary>
    public const int Em = 1000;

    private readonly CharacterMap _characters;
    private readonly int _unitsPerEm;

    /// <summary>Opens a font that was built into the program.</summary>
    /// <exception cref="InvalidOperationException">The font is missing or broken: this build is.</exception>
    public BoardFont(BoardFontFile file)
    {
        File = file;
        using var stream = typeof(BoardFont).Assembly.GetManifestResourceStream(file.Resource) ?? throw new InvalidOperationException(Words.BoardFontMissing.With(file.Name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Tables = FontTables.Open(bytes);
        _characters = new CharacterMap(Tables.Read("cmap"));
        Outlines = new GlyphOutlines(Tables);
        _unitsPerEm = System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(Tables.Read("head").Span[18..]);
    }

    /// <summary>Which font it is.</summary>
    public BoardFontFile File { get; }

    /// <summary>Its tables.</summary>
    public FontTables Tables { get; }

    /// <summary>Its outlines.</summary>
    public GlyphOutlines Outlines { get; }

    /// <summary>The glyph of a character; 0 when the font cannot draw it.</summary>
    public int Find(Rune character)
    {
        if (!LightableCharacters.Accepts(character) || _characters.Find(character.Value) is not (> 0 and var glyph))
        {
            return 0;
        }

        // A glyph without an outline is a hole in the text unless the character is a space.
        return Outlines.Of(glyph).IsEmpty && !Rune.IsWhiteSpace(character) ? 0 : glyph;
    }

    /// <summary>Thousandths of an em to the next character.</summary>
    public int Advance(Rune character) => Outlines.Advance(Find(character)) * Em / _unitsPerEm;

    /// <summary>Thousandths of an em of each character of a text.</summary>
    public IReadOnlyList<int> Advances(string text) => [.. text.EnumerateRunes().Select(Advance)];

    /// <summary>Every character of a text that cannot be drawn, one line each with code point and position; empty when all can.</summary>
    public IReadOnlyList<string> Complaints(string text)
    {
        var complaints = new List<string>();
        var position = 0;
        foreach (var character in text.EnumerateRunes())
        {
            position++;
            if (Find(character) == 0)
            {
                var shown = LightableCharacters.Accepts(character) ? $"“{character}”" : "";
                complaints.Add(Words.CharacterNotInFont.With(position, shown, character.Value, File.Name));
            }
        }

        return complaints;
    }
}
