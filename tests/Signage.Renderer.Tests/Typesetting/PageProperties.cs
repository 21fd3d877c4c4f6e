using CsCheck;
using Signage.Core.Frames;
using Signage.Renderer.Fonts;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Tests.Typesetting;

/// <summary>Whatever the words and the face: pages lose nothing, fit, and obey the rules of line ends.</summary>
public sealed class PageProperties
{
    private const string Letters = "慈善遂宁人大，。！…　 “”（）aW8.我们都是追梦新时代";
    private const string NeverFirst = "，。！…”）. 　";
    private const string NeverLast = "“（ 　";

    [Fact]
    public void Advise_WhenAnyTextOnAnyFace_GivesBackTheTextWithoutItsSpaces() => Sample((text, layout, _) =>
    {
        Assert.Equal(WithoutSpaces(text), WithoutSpaces(string.Concat(layout.Lines)));
        var at = 0;

        // In order, and nothing but spaces between two lines.
        foreach (var line in layout.Lines)
        {
            var found = text.IndexOf(line, at, StringComparison.Ordinal);
            Assert.True(found >= 0 && string.IsNullOrWhiteSpace(text[at..found]), line);
            at = found + line.Length;
        }
    });

    [Fact]
    public void Advise_WhenAnyTextOnAnyFace_KeepsLinesAndPagesInsideIt()
    {
        using var fonts = new LedFonts();
        Sample((_, layout, face) => Assert.All(layout.Pages, lines =>
        {
            Assert.NotEmpty(lines);
            Assert.True(lines.Count * layout.Size <= face.Height);
            Assert.All(lines, line =>
            {
                Assert.False(string.IsNullOrWhiteSpace(line));
                Assert.True(TextPainter.Width(fonts.For(face.Height).Cells(line), layout.Size) <= face.Width, line);
            });
        }));
    }

    // Where a line has room for the longest run of marks with the characters at its sides, no break is ever forced.
    [Fact]
    public void Advise_WhenLinesHaveRoomForEveryRunOfMarks_NeverBeginsOrEndsALineWrongly() => Sample((text, layout, face) =>
    {
        if (face.Width / layout.Size < LongestRun(text) || layout.Kind != LayoutKind.Pages)
        {
            return;
        }

        Assert.All(layout.Lines.Skip(1), line => Assert.DoesNotContain(line[0], NeverFirst));
        Assert.All(layout.Lines.SkipLast(1), line => Assert.DoesNotContain(line[^1], NeverLast));
    });

    [Fact]
    public void Advise_WhenAnyTextOnAnyFace_TakesTheLargestSizeOfAtMostFourPages() => Sample((text, layout, face) =>
    {
        if (layout.Kind == LayoutKind.Pages && layout.Pages.Count > 4)
        {
            Assert.Equal(face.Height < 16 ? 8 : 16, layout.Size);
        }

        Assert.InRange(layout.Pages.Count, 1, PageAdvisor.Most);
        Assert.True(layout.Kind == LayoutKind.Pages == layout.Pages.Count > 1, text);
    });

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var stays = i > 0 && (NeverFirst.Contains(text[i]) || NeverLast.Contains(text[i - 1]) || (char.IsAscii(text[i]) && char.IsAscii(text[i - 1])));
            run = stays ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);

    private static void Sample(Action<string, TextLayout, PixelSize> holds)
    {
        using var fonts = new LedFonts();
        var words = Gen.Int[0, Letters.Length - 1].Array[1, 60].Select(picks => string.Concat(picks.Select(pick => Letters[pick])));
        var faces = Gen.Select(Gen.Int[8, 200], Gen.OneOf(Gen.Int[8, 15], Gen.Int[16, 130])).Select((width, height) => new PixelSize(width, height));
        Gen.Select(words.Where(text => !string.IsNullOrWhiteSpace(text)), faces).Sample((text, face) =>
        {
            var layout = new FitAdvisor(fonts.For(face.Height), 4).Advise(text, face, TimeSpan.FromMilliseconds(20), StripUse.Never, out var refusal);
            Assert.True(layout is not null || refusal is not null);
            if (layout is not null)
            {
                holds(text, layout, face);
            }
        }, iter: 500);
    }
}
