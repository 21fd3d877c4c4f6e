using Signage.Core.Programmes;

namespace Signage.Core.Tests.Programmes;

/// <summary>The built-in words, against counts made by hand from the printed annex.</summary>
public sealed class CharityPackTests
{
    private static readonly int[] Cells = [14, 18, 12, 17, 19, 12, 12, 12, 11, 16, 13, 16, 11, 18, 18, 14, 12, 12];

    [Fact]
    public void Slogans_WhenCounted_HaveTheCellsOfThePrint() => Assert.Equal(Cells, CharityPack.Instance.Slogans.Select(slogan => slogan.Text.Length));

    [Fact]
    public void Slogans_WhenTaken_HoldOneHundredAndNineDifferentHanzi() => Assert.Equal(
        109, CharityPack.Instance.Slogans.SelectMany(slogan => slogan.Text).Where(c => c is >= '一' and <= '鿿').Distinct().Count());

    [Fact]
    public void Slogans_WhenTaken_HoldNoHalfWidthCharacter() => Assert.DoesNotContain(CharityPack.Instance.Slogans.SelectMany(slogan => slogan.Text), c => c < 0x3000);

    [Fact]
    public void Slogans_WhenTaken_NameThePlaceThirteenTimes() => Assert.Equal(
        13, CharityPack.Instance.Slogans.Count(slogan => slogan.Text.Contains("遂宁", StringComparison.Ordinal) || slogan.Text.Contains("遂州", StringComparison.Ordinal)));
}
