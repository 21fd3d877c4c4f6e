using Signage.Renderer.Fonts;

namespace Signage.Renderer.Typesetting;

/// <summary>
/// A text cut into pieces that are never parted: a character with the marks that may not stand at the other side of a break, or a word of Latin
/// letters and digits. Spaces between pieces belong to none: they are lit within a line and dropped where it ends.
/// </summary>
internal sealed class Pieces
{
    private readonly string _text;
    private readonly List<Piece> _pieces = [];

    private Pieces(string text) => _text = text;

    // What is given up, in this order, for a piece that no line has room for.
    private enum Rule
    {
        WordsAndMarks,
        Marks,
        None,
    }

    /// <summary>How many there are.</summary>
    public int Count => _pieces.Count;

    /// <summary>Cuts a text; null when a single character is wider than a line.</summary>
    /// <param name="text">The words, at least one character that is no space.</param>
    /// <param name="font">The font that measures.</param>
    /// <param name="size">The size that it is measured at.</param>
    /// <param name="lineWidth">Pixels of a line.</param>
    public static Pieces? Of(string text, LedFont font, int size, int lineWidth) =>
        Of(text, [.. font.Cells(text).Select(cell => TextPainter.Width([cell], size))], lineWidth);

    /// <summary>Cuts a text whose characters were measured already; null when a single one is wider than a line.</summary>
    /// <param name="text">The words, at least one character that is no space.</param>
    /// <param name="widths">The width of each character, in the unit of the line.</param>
    /// <param name="lineWidth">Width of a line.</param>
    public static Pieces? Of(string text, IReadOnlyList<int> widths, int lineWidth)
    {
        var letters = new List<Letter>();
        var (at, left, space, wide) = (0, 0, false, false);
        foreach (var (rune, width) in text.EnumerateRunes().Zip(widths))
        {
            if (rune.Value is ' ' or '　')
            {
                (space, wide) = (true, wide || rune.Value == '　');
            }
            else if (width > lineWidth)
            {
                return null;
            }
            else
            {
                letters.Add(new Letter(at, at + rune.Utf16SequenceLength, left, left + width, space, wide));
                (space, wide) = (false, false);
            }

            at += rune.Utf16SequenceLength;
            left += width;
        }

        var pieces = new Pieces(text);
        pieces.Cut(letters, lineWidth, Rule.WordsAndMarks);
        return pieces;
    }

    /// <summary>Pixels of some pieces on one line.</summary>
    public int Width(int from, int after) => _pieces[after - 1].Right - _pieces[from].Left;

    /// <summary>Pixels that a reader sees of some pieces on one line: the marks at its end not counted, so that lines look even.</summary>
    public int BodyWidth(int from, int after) => _pieces[after - 1].BodyRight - _pieces[from].Left;

    /// <summary>Some pieces as one line.</summary>
    public string Line(int from, int after) => _text[_pieces[from].Start.._pieces[after - 1].End];

    /// <summary>True when the text itself pauses behind a piece, or ends there.</summary>
    public bool PausesBehind(int piece) =>
        piece == Count - 1 || _pieces[piece + 1].AfterWideSpace || LineBreaks.EndsWithPause(Line(piece, piece + 1));

    private void Cut(List<Letter> letters, int lineWidth, Rule rule)
    {
        for (var first = 0; first < letters.Count;)
        {
            var after = first + 1;
            while (after < letters.Count && Sticks(letters[after - 1], letters[after], rule))
            {
                after++;
            }

            if (rule != Rule.None && letters[after - 1].Right - letters[first].Left > lineWidth)
            {
                Cut(letters[first..after], lineWidth, rule + 1);
            }
            else
            {
                _pieces.Add(Join(letters[first..after]));
            }

            first = after;
        }
    }

    private Piece Join(List<Letter> letters)
    {
        var end = letters[0].Start + LineBreaks.Body(_text.AsSpan(letters[0].Start..letters[^1].End)).Length;
        var bodyRight = letters.Where(letter => letter.End <= end).Select(letter => letter.Right).DefaultIfEmpty(letters[0].Left).Last();
        return new Piece(letters[0].Start, letters[^1].End, letters[0].Left, letters[^1].Right, bodyRight, letters[0].AfterWideSpace);
    }

    private bool Sticks(Letter last, Letter next, Rule rule) => rule != Rule.None
        && (!LineBreaks.MayPart(_text[last.End - 1], _text[next.Start])
            || (rule == Rule.WordsAndMarks && !next.AfterSpace && char.IsAscii(_text[last.End - 1]) && char.IsAscii(_text[next.Start])));

    private readonly record struct Letter(int Start, int End, int Left, int Right, bool AfterSpace, bool AfterWideSpace);

    private readonly record struct Piece(int Start, int End, int Left, int Right, int BodyRight, bool AfterWideSpace);
}
