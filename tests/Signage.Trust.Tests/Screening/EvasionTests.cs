using Signage.Core.Programmes;
using Signage.Trust.Screening;
using Signage.Trust.Screening.Lists;
using Signage.Trust.Tests.Screening.Evasions;

namespace Signage.Trust.Tests.Screening;

/// <summary>S21 and B04: words in disguise are caught, and texts that are right are left alone.</summary>
public sealed class EvasionTests(ITestOutputHelper output)
{
    private const int Strings = 5_000;
    private const int Seed = 20261129;

    private static readonly WordList List = EvasionWords.Make(new Random(Seed));
    private static readonly Screen Generated = new([List], []);
    private static readonly ScreenContext Lines = new() { SeveralLines = true };

    private static readonly Screen Shipped = new(ShippedLists.All, CharityPack.Instance.Slogans.Select(slogan => slogan.Text));
    private static readonly ScreenContext Suining = new() { OwnPlaces = ["遂宁", "船山区", "安居区", "蓬溪", "射洪", "大英县"] };

    public static TheoryData<string> Ways => [.. Evasion.Ways.Keys];

    [Fact]
    public void S21_Word_WhenDisguisedInOneOrTwoWays_IsCaughtInAtLeast99Of100()
    {
        var random = new Random(Seed);
        var missed = Enumerable.Range(0, Strings).Select(number => Disguise(random, ways: 1 + (number % 2))).Where(text => !IsCaught(text.Entry, text.Text)).ToArray();
        output.WriteLine($"seed {Seed}: {Strings - missed.Length} of {Strings} caught; missed by way:");
        foreach (var group in missed.GroupBy(text => text.Ways).OrderByDescending(group => group.Count()))
        {
            output.WriteLine($"{group.Count(),4} {group.Key}: {string.Join(" ", group.Take(3).Select(text => $"{text.Entry.Word}={Codes(text.Text)}"))}");
        }

        Assert.True(missed.Length * 100 <= Strings, $"seed {Seed}: {missed.Length} of {Strings} missed");
    }

    // A total can hide a way that never works.
    [Theory]
    [MemberData(nameof(Ways))]
    public void S21_Word_WhenDisguisedInOneWay_IsCaughtInAtLeast97Of100(string way)
    {
        var random = new Random(Seed);
        var texts = Enumerable.Range(0, 400).Select(_ => Disguise(random, way)).ToArray();
        var missed = texts.Where(text => !IsCaught(text.Entry, text.Text)).Select(text => $"{text.Entry.Word}={Codes(text.Text)}").ToArray();
        Assert.True(missed.Length <= 12, $"seed {Seed}, {way}: {missed.Length} of 400 missed: {string.Join(" ", missed.Take(5))}");
    }

    [Fact]
    public void S21_Word_WhenAWordOfNoList_IsNotFound()
    {
        // Whatever is called a catch must be one: the same disguises of other words are let pass, but for what they hold by chance.
        var (random, others) = (new Random(Seed), EvasionWords.Make(new Random(Seed + 1)));
        var listed = List.Entries.Select(entry => entry.Word).ToHashSet();
        var found = others.Entries.Where(entry => entry.Word.Length >= 4 && !listed.Any(word => entry.Word.Contains(word, StringComparison.Ordinal)))
            .Count(entry => IsCaught(null, Disguise(random, "one space", entry).Text));
        Assert.True(found <= 5, $"seed {Seed}: {found} found");
    }

    [Fact]
    public void S21_Texts_WhenTheyAreRight_RaiseAtMostOneFalseAlarmIn100()
    {
        var texts = TestTexts.Clean;
        var alarms = texts.Select(text => (Text: text, Found: Shipped.Look(text, Suining).Findings)).Where(look => look.Found.Count > 0).ToArray();
        foreach (var (text, found) in alarms)
        {
            output.WriteLine($"{text}: {string.Join("; ", found.Select(finding => $"{finding.Severity} {finding.Why}"))}");
        }

        Assert.Equal(200, texts.Count);
        Assert.True(alarms.Length * 100 <= texts.Count, string.Join("\n", alarms.Select(alarm => alarm.Text)));
    }

    [Fact]
    public void S21_Pack_WhenLookedAt_RaisesNoFalseAlarm() =>
        Assert.All(CharityPack.Instance.Slogans, slogan => Assert.Empty(Shipped.Look(slogan.Text, Suining).Findings));

    private static bool IsCaught(WordEntry? entry, string text) => Generated.Look(text, Lines).Findings
        .Any(finding => finding.Kind == FindingKind.ForbiddenWord && finding.Severity >= FindingSeverity.MustDecide && (entry is null || finding.Word == entry.Word));

    private static (WordEntry Entry, string Text, string Ways) Disguise(Random random, int ways)
    {
        while (true)
        {
            var entry = List.Entries[random.Next(List.Entries.Count)];
            var units = entry.Word.Select(sign => sign.ToString()).ToArray();
            var names = Evasion.Ways.Keys.OrderBy(_ => random.Next()).Take(ways).ToArray();

            // What replaces signs comes before what is put between them.
            if (names.OrderBy(IsInsertion).All(name => Evasion.Ways[name](units, entry, random)))
            {
                return (entry, InText(random, units), string.Join(" + ", names.OrderBy(IsInsertion)));
            }
        }
    }

    private static (WordEntry Entry, string Text) Disguise(Random random, string way, WordEntry? only = null)
    {
        while (true)
        {
            var entry = only ?? List.Entries[random.Next(List.Entries.Count)];
            var units = entry.Word.Select(sign => sign.ToString()).ToArray();
            if (Evasion.Ways[way](units, entry, random))
            {
                return (entry, InText(random, units));
            }
        }
    }

    private static int IsInsertion(string way) => way is "pinyin" ? 0 : way is "capitals" or "full width" or "circled, radical, compatibility" or "radical of the supplement" or "traditional" or "look-alike" ? 1 : way is "repeated" ? 2 : 3;

    private static string InText(Random random, string[] units) => $"{TestTexts.Clean[random.Next(200)]}，{string.Concat(units)}。{TestTexts.Clean[random.Next(200)]}";

    private static string Codes(string text) => string.Join(' ', text.Split('，', '。').SelectMany(part => part.EnumerateRunes()).Take(40).Select(rune => rune.Value.ToString("X", null)));
}
