using System.Text.Json;
using System.Text.RegularExpressions;
using Signage.Core.Text;
using Signage.Trust.Screening.Folding;

namespace Signage.Trust.Screening.Lists;

/// <summary>Reads files of words. A file is good as a whole or not at all; all faults are told, not the first.</summary>
public static partial class WordListReader
{
    /// <summary>The most entries of a list.</summary>
    public const int MostEntries = 50_000;

    /// <summary>The most characters of a word or phrase, in UTF-16 units.</summary>
    public const int LongestWord = 64;

    /// <summary>The most other words, and the most right phrases, of one entry.</summary>
    public const int MostOthers = 64;

    /// <summary>Reads one file.</summary>
    /// <param name="file">What the file is called, for complaints.</param>
    /// <param name="json">What stands in it.</param>
    public static WordListReading Read(string file, string json)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, WordListJson.Default.WordListFile) is { } read
                ? Checked(file, read, EntryLines.Of(json))
                : Refused(file, new WordListFault(file, null, null, Words.ScreenListEmpty));
        }
        catch (JsonException failure)
        {
            return Refused(file, new WordListFault(file, (int)(failure.LineNumber ?? 0) + 1, EntryOf(failure.Path), JsonFaults.What(failure)));
        }
    }

    private static WordListReading Refused(string file, params IEnumerable<WordListFault> faults) => new(null, [.. faults.Select(fault => fault with { File = file })]);

    private static WordListReading Checked(string file, WordListFile read, IReadOnlyList<int> lines)
    {
        var faults = OfHead(read).Select(why => new WordListFault(file, null, null, why)).ToList();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < Math.Min(read.Entries.Count, MostEntries); at++)
        {
            faults.AddRange(OfEntry(read.Kind, read.Entries[at], at, known).Select(why => new WordListFault(file, lines[at], at + 1, why)));
        }

        return faults.Count > 0 ? Refused(file, faults) : new WordListReading(new WordList(read.Id, read.Version, read.Date, read.Kind, read.Title, read.Entries), []);
    }

    private static IEnumerable<string> OfHead(WordListFile read)
    {
        if (!IsId().IsMatch(read.Id))
        {
            yield return Words.ScreenListId.With(Shown(read.Id));
        }

        if (!IsVersion().IsMatch(read.Version))
        {
            yield return Words.ScreenListVersion.With(Shown(read.Version));
        }

        if (OfText(read.Title) is { } title)
        {
            yield return title;
        }

        if (read.Entries.Count is 0 or > MostEntries)
        {
            yield return Words.ScreenListSize.With(MostEntries);
        }
    }

    private static IEnumerable<string> OfEntry(WordListKind kind, WordEntry? entry, int at, Dictionary<string, int> known)
    {
        if (entry is null || entry.Also.Contains(null!) || entry.Except.Contains(null!))
        {
            yield return Words.ScreenEntryNull;
            yield break;
        }

        var words = entry.Also.Prepend(entry.Word).ToArray();
        if (words.Concat(entry.Except).Append(entry.Note).Append(entry.Suggestion ?? "").Select(OfText).OfType<string>().FirstOrDefault() is { } refused)
        {
            yield return refused;
            yield break;
        }

        if (entry.Also.Count > MostOthers || entry.Except.Count > MostOthers)
        {
            yield return Words.ScreenEntryTooMany.With(MostOthers);
        }

        var fewest = kind == WordListKind.Exact ? 3 : 2;
        foreach (var word in words)
        {
            var letters = FoldedText.Of(word, SignFolding.BuiltIn).Letters();
            if (word.Length > LongestWord || letters.EnumerateRunes().Count() < fewest)
            {
                yield return Words.ScreenEntryLength.With(Shown(word), fewest, LongestWord);
            }
            else if (!known.TryAdd(letters, at))
            {
                yield return Words.ScreenEntryTwice.With(Shown(word), known[letters] + 1);
            }
        }

        foreach (var phrase in entry.Except.Where(phrase => !words.Any(word => phrase.Contains(word, StringComparison.Ordinal)) || phrase.Length > LongestWord))
        {
            yield return Words.ScreenEntryExcept.With(Shown(phrase), Shown(entry.Word));
        }

        if (entry.Pinyin.Length > 0 && (!IsPinyin().IsMatch(entry.Pinyin) || entry.Pinyin.Split(' ').Length != entry.Word.EnumerateRunes().Count()))
        {
            yield return Words.ScreenEntryPinyin.With(Shown(entry.Pinyin));
        }
    }

    // A list is a text that people wrote: what no text may hold, it may not hold either.
    private static string? OfText(string text) =>
        RefusedSigns.In(text) is [var first, ..] ? first.ToString() : text.IsNormalized() ? null : Words.ScreenNotNormal;

    private static string Shown(string text) => RefusedSigns.NoneIn(text) ? (text.Length > LongestWord ? string.Concat(text.EnumerateRunes().Take(LongestWord / 2)) + "…" : text) : "?";

    private static int? EntryOf(string? path) => path is not null && EntryPath().Match(path) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, out var at) ? at + 1 : null;

    [GeneratedRegex(@"^\$\.entries\[([0-9]+)\]")]
    private static partial Regex EntryPath();

    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\z")]
    private static partial Regex IsId();

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,32}\z")]
    private static partial Regex IsVersion();

    [GeneratedRegex(@"^[a-z\u00FC]{1,6}[1-5]?(?: [a-z\u00FC]{1,6}[1-5]?)*\z")]
    private static partial Regex IsPinyin();
}
