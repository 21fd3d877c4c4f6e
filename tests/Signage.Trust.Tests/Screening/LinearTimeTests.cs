using System.Diagnostics;
using Signage.Trust.Screening;
using Signage.Trust.Screening.Folding;
using Signage.Trust.Screening.Lists;
using Signage.Trust.Screening.Search;

namespace Signage.Trust.Tests.Screening;

/// <summary>B04: a single line of a mebi of characters takes work in proportion to its length, whatever stands in it. Work is counted; seconds are only printed.</summary>
public sealed class LinearTimeTests(ITestOutputHelper output)
{
    private const int Small = 1 << 16;
    private const int Large = 1 << 20;

    // 20,000 words, made so that many begin alike: what costs most is to have read much of a word and then to fail.
    private static readonly WordList List = new(
        "many", "1", new DateOnly(2026, 1, 1), WordListKind.Forbidden, "许多词",
        [.. Enumerable.Range(0, 20_000).Select(number => new WordEntry($"一口一口一口{(char)(0x4E00 + (number % 140))}{(char)(0x5000 + (number / 140))}"))]);

    private static readonly SignAutomaton Automaton = new([.. WordPatterns.Of(List, SignFolding.BuiltIn).Select(pattern => pattern.Signs)]);

    [Theory]
    [InlineData("慈善新时代我们都是追梦人")]
    [InlineData("一口")]
    [InlineData("一口一口一口一口一口x")]
    [InlineData("一—口—一口口")]
    [InlineData("一一一口口口")]
    [InlineData("—")]
    [InlineData("aaaa")]
    [InlineData("a ")]
    public void B04_Search_WhenTheTextIs16TimesAsLong_TakesNoMoreThan16TimesTheWorkAndAHundredth(string pattern)
    {
        var (small, large) = (Steps(pattern, Small), Steps(pattern, Large));
        output.WriteLine($"{pattern}: {small} and {large} steps, {(double)large / Large:F2} a sign");
        Assert.InRange(large, 1, small * 1_616 / 100);
        Assert.InRange(large, 1, (long)WordSearch.MostReadings * 10 * Large);
    }

    [Theory]
    [InlineData("慈善新时代，我们都是追梦人。")]
    [InlineData("自已")]
    [InlineData("一—口")]
    [InlineData("\u200B")]
    [InlineData("a\u0301")]
    [InlineData("\u0301")]
    [InlineData("代开发票")]
    [InlineData("习近平新时代中国特色社会主义")]
    public void B04_Look_WhenTheLineHasAMebiOfCharacters_Answers(string pattern)
    {
        var screen = new Screen([.. ShippedLists.All, List], ["慈善新时代，我们都是追梦人。"]);
        var text = Repeat(pattern, Large);
        var watch = Stopwatch.StartNew();
        var report = screen.Look(text, ScreenContext.Plain);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms, {report.Findings.Count} findings");
        Assert.InRange(report.Findings.Count, 0, Screen.MostFindings + 1);
    }

    private static long Steps(string pattern, int length)
    {
        var search = new WordSearch(Automaton);
        search.In(FoldedText.Of(Repeat(pattern, length), SignFolding.BuiltIn));
        return search.Steps;
    }

    private static string Repeat(string pattern, int length) => string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];
}
