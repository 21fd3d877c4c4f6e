using System.Globalization;
using System.Text;
using CsCheck;
using Signage.Core.Text;
using Signage.Trust.Screening;
using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Tests.Screening;

/// <summary>S22 and the refused signs of B04. The rule itself lives in Core, where every door can ask it.</summary>
public sealed class RefusedSignsTests
{
    private static readonly Screen Screen = new(ShippedLists.All, []);

    [Theory]
    [InlineData("\u202E", SignFault.Direction, "U+202E")]
    [InlineData("\u2066", SignFault.Direction, "U+2066")]
    [InlineData("\u061C", SignFault.Direction, "U+061C")]
    [InlineData("\u200B", SignFault.Unseen, "U+200B")]
    [InlineData("\u200D", SignFault.Unseen, "U+200D")]
    [InlineData("\uFEFF", SignFault.Unseen, "U+FEFF")]
    [InlineData("\u00AD", SignFault.Unseen, "U+00AD")]
    [InlineData("\u2028", SignFault.Unseen, "U+2028")]
    [InlineData("\u3164", SignFault.Unseen, "U+3164")]
    [InlineData("\uE000", SignFault.PrivateUse, "U+E000")]
    [InlineData("\U000F0000", SignFault.PrivateUse, "U+F0000")]
    [InlineData("\u0378", SignFault.Unassigned, "U+0378")]
    [InlineData("\uFFFE", SignFault.Noncharacter, "U+FFFE")]
    [InlineData("\uFDD0", SignFault.Noncharacter, "U+FDD0")]
    [InlineData("\U0001FFFF", SignFault.Noncharacter, "U+1FFFF")]
    [InlineData("\uFE0F", SignFault.Variation, "U+FE0F")]
    [InlineData("\U000E0100", SignFault.Variation, "U+E0100")]
    [InlineData("\U000E0041", SignFault.Tag, "U+E0041")]
    [InlineData("\uFFFD", SignFault.Replacement, "U+FFFD")]
    [InlineData("\0", SignFault.Control, "U+0000")]
    [InlineData("\t", SignFault.Control, "U+0009")]
    [InlineData("\r", SignFault.Control, "U+000D")]
    [InlineData("\n", SignFault.Control, "U+000A")]
    [InlineData("\u0085", SignFault.Control, "U+0085")]
    public void S22_Sign_WhenUnseenOrOfNoMeaning_IsRefusedWithPlaceCodeAndName(string sign, SignFault fault, string code)
    {
        // 𠮷 takes two units and is one sign: the two ways to count differ.
        var refused = Assert.Single(RefusedSigns.In($"慈𠮷{sign}善"), one => one.Code == code);
        Assert.Equal((3, fault), (refused.Index, refused.Fault));
        Assert.InRange(refused.Element, 1, 2);
        Assert.Contains(code, refused.ToString(), StringComparison.Ordinal);
        Assert.Contains(refused.Name, refused.ToString(), StringComparison.Ordinal);
        Assert.Matches("[\u4E00-\u9FFF]", refused.Name);
        Assert.DoesNotContain(sign, refused.ToString(), StringComparison.Ordinal);
        Assert.Contains(Screen.Look($"慈𠮷{sign}善", ScreenContext.Plain).Findings, finding =>
            finding is { Kind: FindingKind.RefusedSign, Severity: FindingSeverity.Refused, Fix: "" } && finding.Place.Start == 3);
    }

    // The runner's own tables of data cannot hold half a pair, so these are written out.
    [Fact]
    public void S22_Surrogate_WhenAlone_IsRefused()
    {
        foreach (var half in (char[])['\uD800', '\uDBFF', '\uDC00', '\uDFFF'])
        {
            var text = $"善{half}举";
            Assert.Equal((1, 1, 1, (int)half, SignFault.LoneSurrogate), RefusedSigns.In(text) is [var one] ? (one.Element, one.Index, one.Length, one.CodePoint, one.Fault) : default);
            var report = Screen.Look(text, ScreenContext.Plain);
            Assert.True(report.IsRefused);
            Assert.Null(report.Digest);
        }
    }

    [Fact]
    public void S22_LineFeed_WhenSeveralLinesMayStand_IsLetThroughAndNothingElse()
    {
        Assert.Empty(RefusedSigns.In("慈\n善", severalLines: true));
        Assert.Single(RefusedSigns.In("慈\r\n善", severalLines: true), refused => refused.CodePoint == '\r');
    }

    [Fact]
    public void B04_Marks_WhenStacked200High_AreRefusedFromTheThirdOn()
    {
        var refused = RefusedSigns.In("a" + new string('\u0301', 200) + "b");
        Assert.Equal(200 - RefusedSigns.MostMarks, refused.Count);
        Assert.All(refused, one => Assert.Equal((0, SignFault.Stack), (one.Element, one.Fault)));
        Assert.Equal(1 + RefusedSigns.MostMarks, refused[0].Index);
        Assert.Empty(RefusedSigns.In("nǚ u\u0308\u030C"));
    }

    /// <summary>What is refused follows from the category, but for the listed signs; the categories are asked here once more, sign by sign.</summary>
    [Fact]
    public void B04_CodePoint_WhenAnyOf1114112_IsAcceptedOrRefusedWithItsPlace()
    {
        UnicodeCategory[] never = [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.PrivateUse, UnicodeCategory.OtherNotAssigned, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator];
        int[] listed =
        [
            0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD, 0x180B, 0x180C, 0x180D, 0x180F, .. Enumerable.Range(0xFE00, 16), .. Enumerable.Range(0xE0100, 240),
        ];
        var (accepted, refused) = (0, 0);
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code))
            {
                continue;
            }

            var found = RefusedSigns.In($"慈{char.ConvertFromUtf32(code)}");
            var isExpected = never.Contains(CharUnicodeInfo.GetUnicodeCategory(code)) || listed.Contains(code);
            Assert.True(isExpected == (found.Count == 1), $"U+{code:X4}");
            Assert.True(found.Count == 0 || (found[0].Index == 1 && found[0].CodePoint == code), $"U+{code:X4}");
            accepted += isExpected ? 0 : 1;
            refused += isExpected ? 1 : 0;
        }

        // 155,000 signs are assigned in Unicode 16; whoever accepts or refuses nearly all of them has broken the rule.
        Assert.InRange(accepted, 150_000, 165_000);
        Assert.InRange(refused, 940_000, 965_000);
    }

    [Fact]
    public void B04_Sign_WhenAnyAssigned_IsScreenedWithoutException()
    {
        var looked = 0;
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code) || CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
            {
                continue;
            }

            var text = $"慈善{char.ConvertFromUtf32(code)}日";
            var report = Screen.Look(text, ScreenContext.Plain);
            looked++;
            Assert.True(report.IsRefused || RefusedSigns.Of(new Rune(code)) is null, $"U+{code:X4}");
            Assert.All(report.Findings, finding => Assert.InRange(finding.Place.Start + finding.Place.Length, 0, text.Length));
        }

        Assert.InRange(looked, 150_000, 170_000);
    }

    [Fact]
    public void RefusedSigns_WhenAnyText_SayTheSameShortAndLong() => Gen.Char.Array[0, 40].Sample(units =>
    {
        var text = new string(units);
        return RefusedSigns.NoneIn(text) == (RefusedSigns.In(text).Count == 0) && RefusedSigns.NoneIn(text, true) == (RefusedSigns.In(text, true).Count == 0);
    });

    [Fact]
    public void RefusedSigns_WhenAnyText_PointAtTheSignThatTheyName() => Gen.Char.Array[0, 40].Sample(units =>
    {
        var text = new string(units);
        var elements = StringInfo.ParseCombiningCharacters(text);
        return RefusedSigns.In(text).All(one =>
            elements[one.Element] <= one.Index && (one.Element + 1 == elements.Length || one.Index < elements[one.Element + 1])
            && (one.Length == 2 ? char.ConvertToUtf32(text, one.Index) : text[one.Index]) == one.CodePoint);
    });
}
