using System.Globalization;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Cells;

/// <summary>Cells whose words are looked up, and lists of words.</summary>
internal static class WordCells
{
    private const int MostShare = 12;
    private static readonly char[] BetweenWords = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>Panels: ids with 、 , ; or spaces between them; none for all.</summary>
    /// <exception cref="FormatException">One of them is no id.</exception>
    public static IReadOnlyList<string> Panels(string text) =>
        OfficeWords.AllPanels.Contains(Folding.Key(text)) ? [] : [.. List(text).Select(id => new PanelId(id).Value)];

    /// <summary>A priority in its English name.</summary>
    /// <exception cref="FormatException">It is none, or that of a test, which is no plan.</exception>
    public static string Priority(string text) => OfficeWords.Priorities.TryGetValue(Folding.Key(text), out var name)
        ? !OfficeWords.Tests.Contains(name) ? name : throw new FormatException(Words.PriorityIsNoPlan)
        : throw new FormatException(Words.NotAPriority.With(string.Join(' ', OfficeWords.PriorityWords)));

    /// <summary>A mood of a slogan in its English name.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Tone(string text) => OfficeWords.Tones.TryGetValue(Folding.Key(text), out var name)
        ? name
        : throw new FormatException(Words.NotATone.With(string.Join(' ', OfficeWords.ToneWords)));

    /// <summary>Words with 、 , ; or spaces between them.</summary>
    public static IReadOnlyList<string> List(string text) => Folding.Plain(text.Replace('\u3001', ',')).Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A share of the loop, 1 to 12.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static int Share(string text) => int.TryParse(Folding.Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share is >= 1 and <= MostShare
        ? share
        : throw new FormatException(Words.NotAShare.With(MostShare));

    /// <summary>Yes or no.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static bool Flag(string text) => OfficeWords.Yes.Contains(Folding.Key(text)) || (OfficeWords.No.Contains(Folding.Key(text)) ? false : throw new FormatException(Words.NotYesOrNo));
}
