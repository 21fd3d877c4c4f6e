using Signage.Renderer.Boards.Typefaces;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Boards.Setting;

/// <summary>
/// Sets a title as large as its room allows, in lines that end at its own pauses. A line that ends inside a phrase is worth it only where the type becomes
/// much larger by it, and so is a last line of a single character.
/// </summary>
/// <param name="font">The font.</param>
/// <param name="text">The title.</param>
/// <param name="leading">From the top of one line to the top of the next, in sizes.</param>
internal sealed class TitleSetting(BoardFont font, string text, float leading)
{
    private const int MostLines = 8;

    // Sizes that are tried, each by this much smaller than the last.
    private const float Step = 0.97f;

    // What is left of the worth of a size for each line that ends inside a phrase, and where it ends beside a quotation or title of a work.
    private const float Torn = 0.5f;
    private const float Parted = 0.85f;
    // Marks that hang beside the middle: light, and at the lower left of their square.
    private const string Hung = "，。、；：！？";
    private const string Opening = "“‘《「『【（(";
    private const string Closing = "”’》」』】）)";
    private readonly IReadOnlyList<int> _widths = font.Advances(text);

    /// <summary>The lines of the title in a room, its first at the top; null when it does not fit at the smallest size.</summary>
    /// <param name="room">Where there is room.</param>
    /// <param name="most">The largest size.</param>
    /// <param name="least">The smallest size.</param>
    /// <param name="centred">True to set each line in the middle.</param>
    public TitleBlock? Set(Area room, float most, float least, bool centred)
    {
        var (best, worth) = ((TitleBlock?)null, 0f);
        for (var size = Math.Min(most, room.Height); size >= least; size *= Step)
        {
            // All smaller ones are worth less even without a torn line.
            if (size <= worth)
            {
                break;
            }

            if (Try(room, size, centred) is { } block && block.Size * Worth(block) is var value && value > worth)
            {
                (best, worth) = (block, value);
            }
        }

        return best;
    }

    private TitleBlock? Try(Area room, float size, bool centred)
    {
        var width = (int)(room.Width / size * BoardFont.Em);
        var rows = Math.Min(MostLines, 1 + (int)((room.Height - size) / (size * leading)));
        if (Pieces.Of(text, _widths, width) is not { } pieces || !Fits(pieces, width, rows))
        {
            return null;
        }

        var words = PageLines.Set(pieces, (0, pieces.Count), width, rows);
        float[] lefts = [.. words.Select(line => centred ? room.Left + ((room.Width - Width(line.TrimEnd(Hung.ToCharArray()), size)) / 2) : room.Left)];

        // A mark at the end of a line is hardly seen: the words before it stand in the middle. Where a mark has no room, all lines give way as one.
        var over = words.Zip(lefts, (line, left) => left + Width(line, size) - room.Right).Max();
        var shift = Math.Clamp(over, 0, lefts.Min() - room.Left);
        var lines = words.Select((line, at) => new TextLine(
            line, Math.Min(lefts[at] - shift, room.Right - Width(line, size)), room.Top + (at * size * leading), size, 0, font.File, Voice.Title)).ToArray();
        return new TitleBlock(lines, size, size + ((lines.Length - 1) * size * leading));
    }

    private static bool Fits(Pieces pieces, int width, int rows)
    {
        for (var from = 0; from < pieces.Count; rows--)
        {
            if (rows == 0)
            {
                return false;
            }

            for (var first = from++; from < pieces.Count && pieces.Width(first, from + 1) <= width; from++)
            {
            }
        }

        return true;
    }

    private float Width(string line, float size) => font.Advances(line).Sum() * size / BoardFont.Em;

    private float Worth(TitleBlock block)
    {
        var (worth, at) = (block.Lines.Count > 1 && LineBreaks.Body(block.Lines[^1].Text).Length <= 1 ? Torn : 1, 0);
        for (var line = 0; line < block.Lines.Count - 1; line++)
        {
            var (words, next) = (block.Lines[line].Text, block.Lines[line + 1].Text);
            at = text.IndexOf(words, at, StringComparison.Ordinal) + words.Length;
            var between = text[at..text.IndexOf(next, at, StringComparison.Ordinal)];
            worth *= LineBreaks.EndsWithPause(words) || between.Contains('\u3000', StringComparison.Ordinal) ? 1
                : Closing.Contains(words[^1], StringComparison.Ordinal) || Opening.Contains(next[0], StringComparison.Ordinal) ? Parted
                : Torn;
        }

        return worth;
    }
}

/// <summary>A title in lines.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Size">Their size.</param>
/// <param name="Height">From the top of the first to the bottom of the last.</param>
internal sealed record TitleBlock(IReadOnlyList<TextLine> Lines, float Size, float Height);
