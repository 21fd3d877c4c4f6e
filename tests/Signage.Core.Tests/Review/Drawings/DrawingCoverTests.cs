using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review.Drawings;

namespace Signage.Core.Tests.Review.Drawings;

public sealed class DrawingCoverTests
{
    private static readonly PanelFace Face = PanelFace.Parse("160x16x1");

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abcabc", "abc", true)]
    [InlineData("ab", "abc", false)]
    [InlineData("bc", "abc", false)]
    [InlineData("acb", "abc", false)]
    [InlineData("abca", "abc", false)]
    [InlineData("", "abc", false)]
    [InlineData("abc", "", false)]
    [InlineData("abab", "a,ab,abab", true)]
    [InlineData("aab", "aa,ab,a", true)]
    [InlineData("aab", "aa,ab", false)]
    [InlineData("A", "a", false)]
    public void Pages_WhenLit_AreWholeDrawingsInARow(string lit, string seen, bool isSeen) =>
        Assert.Equal(isSeen, DrawingCover.IsSeen(Face, Pages(lit), seen.Split(',').Select(pages => new Drawing(Face, Pages(pages)))));

    [Fact]
    public void Pages_WhenSeenOnAnotherFace_AreNotSeen() =>
        Assert.False(DrawingCover.IsSeen(Face, Pages("a"), [new Drawing(PanelFace.Parse("160x16x2"), Pages("a"))]));

    /// <summary>Five hundred drawings that begin alike against a long row: every one of them used to be held against every place.</summary>
    [Fact]
    public void Pages_WhenDrawingsBeginAlike_AreTakenApartAllTheSame()
    {
        var seen = Enumerable.Range(0, 500).Select(at => new Drawing(Face, Pages(new string('a', 63) + (char)('b' + (at % 20))))).ToArray();
        Assert.True(DrawingCover.IsSeen(Face, Pages(string.Concat(Enumerable.Repeat(new string('a', 63) + "c", 200))), seen));
        Assert.False(DrawingCover.IsSeen(Face, Pages(new string('a', 12_800)), seen));
    }

    /// <summary>Against a search that tries every way to take the row apart.</summary>
    [Fact]
    public void Pages_WhenTakenApartInEveryWay_AreSeenExactlyWhenOneWayGoes()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++)
        {
            string[] seen = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new string(random.GetItems((char[])['a', 'b'], random.Next(1, 4))))];
            var lit = new string(random.GetItems((char[])['a', 'b'], random.Next(1, 8)));
            var expected = Goes(lit, seen);
            Assert.True(expected == DrawingCover.IsSeen(Face, Pages(lit), seen.Select(pages => new Drawing(Face, Pages(pages)))), $"seed {Seed}, round {round}: {lit} of {string.Join(' ', seen)}");
        }
    }

    private static bool Goes(string lit, string[] seen) => lit.Length == 0 || seen.Any(one => lit.StartsWith(one, StringComparison.Ordinal) && Goes(lit[one.Length..], seen));

    // A letter stands for a picture; a capital is the same picture in motion.
    private static DrawnPage[] Pages(string letters) =>
        [.. letters.Select(letter => new DrawnPage(new FrameDigest(char.ToLowerInvariant(letter).ToString()), char.IsUpper(letter) ? Effect.ContinuousLeft : Effect.Static))];
}
