using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Signage.Sheets.Vocabulary;

/// <summary>What offices write and what it means, ready to be looked up. Words are compared folded, see <see cref="Folding"/>.</summary>
internal static class OfficeWords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly VocabularyFile Data = VocabularyFile.Read();

    /// <summary>Signs that stand for one another, before anything else is looked at.</summary>
    public static FrozenDictionary<string, string> Folds { get; } = Data.Folds.ToFrozenDictionary();

    /// <summary>The sun's words in the language of times.</summary>
    public static FrozenDictionary<string, string> Sun { get; } = Data.Sun.ToFrozenDictionary();

    /// <summary>Columns of slots, by what their heading says.</summary>
    public static ColumnNames SlotColumns { get; } = new(Data.SlotColumns);

    /// <summary>Columns of slogans, by what their heading says.</summary>
    public static ColumnNames SloganColumns { get; } = new(Data.SloganColumns);

    /// <summary>How a row begins that is a remark.</summary>
    public static IReadOnlyList<string> RemarkBeginnings { get; } = Data.RemarkBeginnings;

    /// <summary>All panels.</summary>
    public static FrozenSet<string> AllPanels { get; } = Set(Data.AllPanels);

    /// <summary>The whole day.</summary>
    public static FrozenSet<string> WholeDay { get; } = Set(Data.WholeDay);

    /// <summary>Every day.</summary>
    public static FrozenSet<string> EveryDay { get; } = Set(Data.EveryDay);

    /// <summary>Yes.</summary>
    public static FrozenSet<string> Yes { get; } = Set(Data.Yes);

    /// <summary>No.</summary>
    public static FrozenSet<string> No { get; } = Set(Data.No);

    /// <summary>Priorities by their words, their English names among them.</summary>
    public static FrozenDictionary<string, string> Priorities { get; } = Meanings(Data.Priorities);

    /// <summary>Moods of slogans by their words, their English names among them.</summary>
    public static FrozenDictionary<string, string> Tones { get; } = Meanings(Data.Tones);

    /// <summary>Simple day rules by their words.</summary>
    public static FrozenDictionary<string, string> DayRules { get; } = Meanings(Data.DayRules);

    /// <summary>Half days after noon and before it.</summary>
    public static FrozenSet<string> Afternoon { get; } = Set(Data.Afternoon);

    /// <summary>Half days before noon.</summary>
    public static FrozenSet<string> Morning { get; } = Set(Data.Morning);

    /// <summary>The half day whose twelve is the beginning of the day.</summary>
    public static string Midnight { get; } = Data.Midnight;

    /// <summary>The half day whose ten and eleven are before noon.</summary>
    public static string Noon { get; } = Data.Noon;

    /// <summary>The half days whose twelve is the end of the day.</summary>
    public static FrozenSet<string> Nights { get; } = Set(Data.Nights);

    /// <summary>Forms of a day.</summary>
    public static IReadOnlyList<Regex> DayForms { get; } = Forms(Data.DayPatterns);

    /// <summary>Forms of a day that say no year.</summary>
    public static IReadOnlyList<Regex> YearlessForms { get; } = Forms(Data.YearlessPatterns);

    /// <summary>Forms of a first and a last day in one cell.</summary>
    public static IReadOnlyList<Regex> DayRangeForms { get; } = Forms(Data.DayRangePatterns);

    /// <summary>Forms of a time of the clock.</summary>
    public static IReadOnlyList<Regex> ClockForms { get; } = Forms(Data.ClockPatterns);

    /// <summary>Priorities of tests, by their English names: they are known so that a table can be told why nobody plans them.</summary>
    public static FrozenSet<string> Tests { get; } = Data.Tests.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that priorities are written with, in the order of the vocabulary; those of <see cref="Tests"/> are not among them.</summary>
    public static IEnumerable<string> PriorityWords => Data.Priorities.Where(priority => !Tests.Contains(priority.Key)).Select(priority => priority.Value[0]);

    /// <summary>The word that a priority is written with: the first of its words.</summary>
    public static string PriorityWord(string name) => Data.Priorities.TryGetValue(name, out var words) ? words[0] : name;

    /// <summary>The words that moods are written with, in the order of the vocabulary.</summary>
    public static IEnumerable<string> ToneWords => Data.Tones.Values.Select(words => words[0]);

    /// <summary>The word that a mood is written with: the first of its words.</summary>
    public static string ToneWord(string name) => Data.Tones.TryGetValue(name, out var words) ? words[0] : name;

    /// <summary>The word for the whole day.</summary>
    public static string WholeDayWord => Data.WholeDay[0];

    /// <summary>The word for yes or for no.</summary>
    public static string YesNoWord(bool yes) => (yes ? Data.Yes : Data.No)[0];

    private static FrozenSet<string> Set(string[] words) => words.Select(Folding.Key).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Meanings(Dictionary<string, string[]> words) => words
        .SelectMany(meaning => meaning.Value.Append(meaning.Key).Distinct().Select(word => (Word: Folding.Key(word), Meaning: meaning.Key)))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Meaning, StringComparer.Ordinal);

    private static Regex[] Forms(string[] patterns) => [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant, Patience))];
}
