using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Renderer.Shows;
using Signage.Renderer.Tests.Golden;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Tests.Shows;

/// <summary>Texts too long for a face, on cards that cannot move a strip.</summary>
public sealed class PageShowTests : IDisposable
{
    private const string Slogan = "慈善新时代，我们都是追梦人。";
    private static readonly CardAbilities Still = Cards.With(new Dictionary<Effect, Effect> { [Effect.Static] = Effect.Static });
    private readonly ShowRenderer _renderer = new();

    [Theory]
    [InlineData("slogan-01-32x8-pages", "32x8xrgb")]
    [InlineData("slogan-01-64x32-pages", "64x32x1")]
    public void Render_WhenGoldenSlogan_LightsTheSamePixels(string golden, string face) =>
        GoldenText.AssertSame(golden, string.Join('\n', Render(face).Show.Loop.Select(page => Mask(page.Picture))));

    [Fact]
    public void Render_WhenInPages_MakesStillPagesOfFaceSizeWithOneRevision()
    {
        var rendered = Render("32x8xrgb");
        Assert.Equal(4, rendered.Show.Pages.Count);
        Assert.Equal(("Fusion Pixel 8px", 8, LayoutKind.Pages), (rendered.Layouts[0].Font, rendered.Layouts[0].Size, rendered.Layouts[0].Kind));
        Assert.All(rendered.Show.Pages, stamped =>
        {
            Assert.Equal((new PixelSize(32, 8), Effect.Static, 1), (stamped.Page.Picture.Size, stamped.Page.Effect, stamped.Page.Repeat));
            Assert.Equal(new Revision("x", Slogan), stamped.Revision);
        });
    }

    /// <summary>A warning as long as they are, on cards that could move a strip.</summary>
    [Theory]
    [InlineData("read sooner on pages", 88, "192x96xrgb", LayoutKind.Pages, 16, 2)]
    [InlineData("a phrase a page", 64, "256x32x1", LayoutKind.Pages, 16, 3)]
    [InlineData("more pages than anybody waits for", 88, "160x16x1", LayoutKind.Scroll, 16, 1)]
    [InlineData("a strip of 30 s", 29, "192x96xrgb", LayoutKind.Scroll, 48, 1)]
    [InlineData("a strip of 31 s", 31, "192x96xrgb", LayoutKind.Pages, 32, 2)]
    [InlineData("no picture is as wide", 1_400, "256x48x1", LayoutKind.Pages, 16, 39)]
    public void Render_WhenAStripWouldTakeTooLong_StandsOnPagesWhereFewEnoughWillDo(string what, int length, string face, LayoutKind kind, int size, int pages)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(at => "预计未来三小时内本区将出现雷暴大风，"[at % 18]));
        var rendered = Assert.IsType<RenderAnswer.Rendered>(_renderer.Render([Item("one", text)], PanelFace.Parse(face), Cards.Able));
        Assert.True((kind, size, pages) == (rendered.Layouts[0].Kind, rendered.Layouts[0].Size, rendered.Show.Pages.Count), $"{what}: {rendered.Layouts[0].Kind} {rendered.Layouts[0].Size} {rendered.Show.Pages.Count}");
    }

    [Fact]
    public void Render_WhenSeveralTexts_KeepsLoopOrderAndOneLayoutEach()
    {
        LoopItem[] items = [Item("one", Slogan), Item("two", "慈善"), Item("three", Slogan)];
        var rendered = Assert.IsType<RenderAnswer.Rendered>(_renderer.Render(items, PanelFace.Parse("32x8xrgb"), Still));
        Assert.Equal(["one", "one", "one", "one", "two", "three", "three", "three", "three"], rendered.Show.Pages.Select(page => page.Revision.ItemId));
        Assert.Equal([LayoutKind.Pages, LayoutKind.Static, LayoutKind.Pages], rendered.Layouts.Select(layout => layout.Kind));
    }

    [Fact]
    public void Render_WhenOneTextOfALoopHasNoGlyph_RefusesTheLoop()
    {
        var refused = Assert.IsType<RenderAnswer.Refused>(_renderer.Render([Item("one", Slogan), Item("two", "Ω")], PanelFace.Parse("32x8xrgb"), Still));
        Assert.Contains("U+03A9", Assert.Single(refused.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by default", "32x8xrgb", null, 5_000)]
    [InlineData("as wished", "32x8xrgb", 7_000, 7_000)]
    [InlineData("too short to see", "32x8xrgb", 500, 2_000)]
    [InlineData("too short for 8 characters, 2.4 s, and never rounded below", "64x32x1", 500, 2_500)]
    public void Render_WhenInPages_StaysLongEnoughToRead(string what, string face, int? wish, int milliseconds)
    {
        var style = new ShowStyle(Stay: wish is { } some ? TimeSpan.FromMilliseconds(some) : null);
        var rendered = Render(face, style);
        var longest = rendered.Show.Loop.Max(page => page.Stay);
        Assert.True(longest == TimeSpan.FromMilliseconds(milliseconds), $"{what}: {longest}");
        Assert.Equal(rendered.Show.Loop.Sum(page => page.Stay.TotalSeconds), rendered.Layouts[0].SecondsToRead);
    }

    [Theory]
    [InlineData(Effect.MoveUp, Effect.MoveUp, Effect.MoveUp)]
    [InlineData(Effect.MoveUp, Effect.MoveLeft, Effect.Static)]
    [InlineData(Effect.Blink, null, Effect.Static)]
    public void Render_WhenInPages_TakesTheWishedEffectOnlyWhenTheCardHasExactlyIt(Effect wish, Effect? plays, Effect expected)
    {
        var effects = new Dictionary<Effect, Effect> { [Effect.Static] = Effect.Static };
        if (plays is { } known)
        {
            effects[wish] = known;
        }

        Assert.All(Render("32x8xrgb", new ShowStyle(wish), Cards.With(effects)).Show.Loop, page => Assert.Equal(expected, page.Effect));
    }

    [Fact]
    public void Render_WhenTheCardPlaysAStripOnlyNearly_MakesPages()
    {
        var card = Cards.With(new Dictionary<Effect, Effect> { [Effect.Static] = Effect.Static, [Effect.ContinuousLeft] = Effect.MoveLeft });
        Assert.Equal(LayoutKind.Pages, Render("32x8xrgb", card: card).Layouts[0].Kind);
    }

    [Fact]
    public void Render_WhenTheCardMovesStrips_StillMakesAStrip()
    {
        var page = Assert.Single(Render("32x8xrgb", card: Cards.Able).Show.Loop);
        Assert.Equal((Effect.ContinuousLeft, new PixelSize(16 * 8, 8)), (page.Effect, page.Picture.Size));
    }

    [Fact]
    public void Render_WhenTheTextFits_MakesOnePage() => Assert.Equal(LayoutKind.Static, Render("112x8xrgb").Layouts[0].Kind);

    [Theory]
    [InlineData("a strip is wished", "32x8xrgb", Slogan, Effect.ContinuousLeft, "ContinuousLeft")]
    [InlineData("a page is narrower than a character", "7x8xrgb", Slogan, null, "屏宽 7 像素")]
    [InlineData("there are too many pages", "8x8xrgb", "慈善新时代我们都是追梦人慈善新时代我们都是追梦人慈善新时代我们都是追梦人慈善新时代我们都是追梦人慈善新时代我们都是追梦人慈善新时代", null, "最多 64 页")]
    [InlineData("there are too few rows", "32x7xrgb", Slogan, null, "屏高 7 行")]
    public void Render_WhenItCannotBeDoneRight_Refuses(string what, string face, string text, Effect? wish, string reason)
    {
        var answer = _renderer.Render([new LoopItem(new Revision("x", text), new ShowStyle(wish), "s")], PanelFace.Parse(face), Still);
        var refusal = Assert.Single(Assert.IsType<RenderAnswer.Refused>(answer).Reasons);
        Assert.True(refusal.Contains(reason, StringComparison.Ordinal), $"{what}: {refusal}");
    }

    public void Dispose() => _renderer.Dispose();

    private static LoopItem Item(string id, string text) => new(new Revision(id, text), ShowStyle.Automatic, "s");

    private RenderAnswer.Rendered Render(string face, ShowStyle? style = null, CardAbilities? card = null) => Assert.IsType<RenderAnswer.Rendered>(
        _renderer.Render([new LoopItem(new Revision("x", Slogan), style ?? ShowStyle.Automatic, "s")], PanelFace.Parse(face), card ?? Still));

    private static string Mask(PixelFrame picture) => string.Concat(Enumerable.Range(0, picture.Size.Height).Select(
        y => string.Concat(Enumerable.Range(0, picture.Size.Width).Select(x => picture[x, y].IsLit ? '#' : '.')) + "\n"));
}
