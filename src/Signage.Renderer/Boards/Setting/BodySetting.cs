using Signage.Renderer.Boards.Typefaces;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Boards.Setting;

/// <summary>Sets paragraphs: the first line two characters in, lines filled and brought to one length, a paragraph not ending in a single character where its last line has room for company.</summary>
/// <param name="font">The font.</param>
/// <param name="paragraphs">The paragraphs.</param>
/// <param name="leading">From the top of one line to the top of the next, in sizes.</param>
internal sealed class BodySetting(BoardFont font, IReadOnlyList<string> paragraphs, float leading)
{
    // What a new paragraph adds, in sizes.
    private const float Gap = 0.35f;

    // Two characters: the first line of a Chinese paragraph begins there.
    private const int Indent = 2 * BoardFont.Em;

    // A line that would have to be stretched by more than this (thousandths of an em) is left ragged: it ends before a long word.
    private const int MostStretch = 1700;
    private const float Step = 0.98f;
    private readonly IReadOnlyList<int>[] _widths = [.. paragraphs.Select(font.Advances)];

    /// <summary>The lines in the largest size that has room; null when the smallest has none.</summary>
    /// <param name="room">Where there is room.</param>
    /// <param name="most">The largest size.</param>
    /// <param name="least">The smallest size.</param>
    public BodyBlock? Set(Area room, float most, float least)
    {
        for (var size = most; size > least; size *= Step)
        {
            if (Try(room, size) is { } block && block.Height <= room.Height)
            {
                return block;
            }
        }

        return Try(room, least) is { } smallest && smallest.Height <= room.Height ? smallest : null;
    }

    /// <summary>About how many characters a room holds in a size.</summary>
    public int Holds(Area room, float size) => Math.Max(0, (int)(room.Width / size) * (1 + (int)((room.Height - size) / (size * leading))));

    private BodyBlock? Try(Area room, float size)
    {
        var width = (int)(room.Width / size * BoardFont.Em);
        var lines = new List<TextLine>();
        var top = room.Top;
        for (var at = 0; at < paragraphs.Count; at++)
        {
            // Pieces that fit the shorter first line fit every line.
            if (width <= Indent || Pieces.Of(paragraphs[at], _widths[at], width - Indent) is not { } pieces)
            {
                return null;
            }

            // One short line is no paragraph; it stands in the middle under the title.
            if (paragraphs.Count == 1 && pieces.Width(0, pieces.Count) <= width)
            {
                var left = room.Left + ((room.Width - (pieces.Width(0, pieces.Count) * size / BoardFont.Em)) / 2);
                return new BodyBlock([new TextLine(pieces.Line(0, pieces.Count), left, top, size, 0, font.File, Voice.Body)], size, size);
            }

            top += at > 0 ? size * Gap : 0;
            foreach (var line in Lines(pieces, width, room.Left, size))
            {
                lines.Add(line with { Top = top });
                top += size * leading;
            }
        }

        return new BodyBlock(lines, size, lines[^1].Top + size - room.Top);
    }

    private IEnumerable<TextLine> Lines(Pieces pieces, int width, float left, float size)
    {
        var starts = Starts(pieces, width);
        for (var at = 0; at < starts.Count; at++)
        {
            var (from, after) = (starts[at], at + 1 < starts.Count ? starts[at + 1] : pieces.Count);
            var indent = at == 0 ? Indent : 0;
            var text = pieces.Line(from, after);
            var slack = width - indent - pieces.Width(from, after);
            var gaps = text.EnumerateRunes().Count() - 1;
            var spacing = after < pieces.Count && slack <= MostStretch && gaps > 0 ? slack * size / BoardFont.Em / gaps : 0;
            yield return new TextLine(text, left + (indent * size / BoardFont.Em), 0, size, spacing, font.File, Voice.Body);
        }
    }

    private static List<int> Starts(Pieces pieces, int width)
    {
        var starts = new List<int>();
        for (var from = 0; from < pieces.Count;)
        {
            starts.Add(from);
            var room = starts.Count == 1 ? width - Indent : width;
            var first = from++;
            while (from < pieces.Count && pieces.Width(first, from + 1) <= room)
            {
                from++;
            }
        }

        // A single character on the last line gets company from the line before, which is stretched by it. What would keep it company may be a word as long as a line, and
        // the character may have a row of marks behind it: where both have no room on one line it stays alone.
        if (starts.Count > 1 && starts[^1] == pieces.Count - 1 && starts[^1] - starts[^2] > 4 && LineBreaks.Body(pieces.Line(starts[^1], pieces.Count)).Length == 1
            && pieces.Width(starts[^1] - 1, pieces.Count) <= width)
        {
            starts[^1]--;
        }

        return starts;
    }
}

/// <summary>Paragraphs in lines.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Size">Their size.</param>
/// <param name="Height">From the top of the first to the bottom of the last.</param>
internal sealed record BodyBlock(IReadOnlyList<TextLine> Lines, float Size, float Height);
