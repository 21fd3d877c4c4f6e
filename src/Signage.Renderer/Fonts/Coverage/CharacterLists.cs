using System.Text;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Fonts.Coverage;

/// <summary>
/// The lists that fonts are held against, none of them our own: what is printed of ASCII; the hanzi of GB 2312 as the framework's code page tells them; the Table of General Standard
/// Chinese Characters of 2013 as Unicode's Unihan database has it (property kTGH), whole and in its three levels.
/// </summary>
public static class CharacterLists
{
    private const int FirstRow = 0x30;
    private const int LastRow = 0x77;
    private const int FirstCell = 0x21;
    private const int LastCell = 0x7E;

    private static readonly IReadOnlyList<int>[] Levels = ReadLevels();

    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<CharacterList> All { get; } =
    [
        new("ascii", Words.ListAscii, [.. Enumerable.Range('!', '~' - '!' + 1)]),
        new("gb2312", Words.ListGb2312, Gb2312()),
        new("general", Words.ListGeneral, [.. Levels.SelectMany(level => level)]),
        new("general-1", Words.ListGeneralFirst, Levels[0]),
        new("general-2", Words.ListGeneralSecond, Levels[1]),
        new("general-3", Words.ListGeneralThird, Levels[2]),
    ];

    // Rows 16 to 87 are hanzi; a cell without one has no code point.
    private static int[] Gb2312()
    {
        var charset = FontCharset.Of("GB2312.1980-0")!;
        return
        [
            .. Enumerable.Range(FirstRow, LastRow - FirstRow + 1)
                .SelectMany(row => Enumerable.Range(FirstCell, LastCell - FirstCell + 1).Select(cell => charset.CodePoint((row << 8) | cell)))
                .OfType<int>(),
        ];
    }

    private static IReadOnlyList<int>[] ReadLevels()
    {
        using var stream = typeof(CharacterLists).Assembly.GetManifestResourceStream("general-standard-hanzi.txt")
            ?? throw new InvalidOperationException("The list of general standard hanzi is not part of this build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var levels = new List<List<int>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                levels.Add([]);
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                levels[^1].AddRange(line.EnumerateRunes().Select(rune => rune.Value));
            }
        }

        return [.. levels];
    }
}
