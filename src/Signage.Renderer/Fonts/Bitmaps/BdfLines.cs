using System.Globalization;
using System.Text;
using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>Walks through the lines of a BDF file: comments and empty lines are passed over, whatever ends a line. Takes no memory of its own.</summary>
/// <param name="text">The file.</param>
internal ref struct BdfLines(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>The number of the line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The first word of the line.</summary>
    public ReadOnlySpan<byte> Key { get; private set; }

    /// <summary>What stands behind it.</summary>
    public ReadOnlySpan<byte> Tail { get; private set; }

    /// <summary>Goes on to the next line that says something; false at the end of the file.</summary>
    public bool Next()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf((byte)'\n');
            var line = (end < 0 ? _rest : _rest[..end]).Trim(" \t\r"u8);
            _rest = end < 0 ? default : _rest[(end + 1)..];
            Number++;
            var blank = line.IndexOfAny((byte)' ', (byte)'\t');
            Key = blank < 0 ? line : line[..blank];
            Tail = blank < 0 ? default : line[blank..].TrimStart(" \t"u8);
            if (!Key.IsEmpty && !Key.SequenceEqual("COMMENT"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on to the next line, which there must be.</summary>
    /// <param name="wanted">What is missing when the file ends here.</param>
    /// <exception cref="FormatException">The file ends.</exception>
    public void Require(string wanted)
    {
        if (!Next())
        {
            throw Mistake(Words.BdfEnds.With(wanted));
        }
    }

    /// <summary>The numbers behind the first word.</summary>
    /// <param name="numbers">Gets them; as many as there have to be.</param>
    /// <param name="more">True when more may follow, which are not read.</param>
    /// <exception cref="FormatException">There are fewer or others.</exception>
    public readonly void Numbers(scoped Span<int> numbers, bool more = false)
    {
        var rest = Tail;
        for (var i = 0; i < numbers.Length; i++)
        {
            var end = rest.IndexOfAny((byte)' ', (byte)'\t');
            var word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[end..].TrimStart(" \t"u8);
            if (!int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
            {
                throw Mistake(Words.BdfNumbers.With(Text(Key), numbers.Length, Text(Tail)));
            }
        }

        if (!rest.IsEmpty && !more)
        {
            throw Mistake(Words.BdfNumbers.With(Text(Key), numbers.Length, Text(Tail)));
        }
    }

    /// <summary>A number that has to lie within bounds.</summary>
    /// <exception cref="FormatException">It does not.</exception>
    public readonly int Within(int number, int least, int most) =>
        number >= least && number <= most ? number : throw Mistake(Words.FontOutOfRange.With(Text(Key), number, least, most));

    /// <summary>The complaint that another line has to stand here.</summary>
    public readonly FormatException Expected(string wanted) => Mistake(Words.BdfExpected.With(wanted, Text(Key)));

    /// <summary>A complaint about this line.</summary>
    public readonly FormatException Mistake(string what) => new(Words.BdfMistake.With(Number, what));

    /// <summary>A word of the line as it may be shown.</summary>
    public static string Text(ReadOnlySpan<byte> word) => FontHeader.Shown(Encoding.Latin1.GetString(word[..Math.Min(word.Length, 80)]));
}
