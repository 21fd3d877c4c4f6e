using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Renderer.Shows;

namespace Signage.Renderer.Tests.Shows;

/// <summary>From a decision to pages, and what is refused on the way.</summary>
public sealed class ShowRendererTests : IDisposable
{
    private const string Slogan = "慈善新时代，我们都是追梦人。";
    private readonly ShowRenderer _renderer = new();

    [Fact]
    public void Render_WhenLoopIsEmpty_MakesOneDarkPageStampedBlank()
    {
        var show = Assert.IsType<RenderAnswer.Rendered>(_renderer.Render([], PanelFace.Parse("160x16x1"), Cards.Able)).Show;
        Assert.True(show.IsDark);
        Assert.Equal(Revision.Blank, Assert.Single(show.Pages).Revision);
    }

    [Fact]
    public void Render_WhenTooLongToStand_MakesAStripOfTextAndTwoBlankCells()
    {
        var page = Page(Slogan, "160x16x1");
        Assert.Equal((Effect.ContinuousLeft, 16 * 16, TimeSpan.Zero, 1), (page.Effect, page.Picture.Size.Width, page.Stay, page.Repeat));
    }

    [Fact]
    public void Render_WhenContinuousIsWishedAndTextFits_StillMakesAStrip() =>
        Assert.Equal(16 * 16, Page(Slogan, "320x16x1", new ShowStyle(Effect.ContinuousLeft)).Picture.Size.Width);

    [Theory]
    [InlineData(Effect.Static)]
    [InlineData(Effect.Blink)]
    [InlineData(Effect.MoveLeft)]
    [InlineData(Effect.MoveUp)]
    public void Render_WhenTextFits_KeepsTheWishedEffect(Effect effect) => Assert.Equal(effect, Page(Slogan, "320x16x1", new ShowStyle(effect)).Effect);

    [Theory]
    [InlineData(Effect.Static)]
    [InlineData(Effect.Blink)]
    [InlineData(Effect.MoveLeft)]
    [InlineData(Effect.MoveUp)]
    public void Render_WhenTextIsTooLongForTheWishedEffect_Refuses(Effect effect) =>
        Assert.Contains("太长", Refusal(Slogan, "160x16x1", new ShowStyle(effect)), StringComparison.Ordinal);

    [Fact]
    public void Render_WhenFaceHasFewerThanEightRows_Refuses() => Assert.Contains("屏高 7 行，放不下 8 点阵汉字", Refusal(Slogan, "320x7x1"), StringComparison.Ordinal);

    [Fact]
    public void Render_WhenOneCharacterHasNoGlyph_RefusesTheWholeLoop() => Assert.Contains("U+1F600", Refusal("慈善😀", "320x16x1"), StringComparison.Ordinal);

    [Fact]
    public void Render_WhenThereAreNoWords_Refuses() => Assert.Contains("没有文字", Refusal("　 ", "320x16x1"), StringComparison.Ordinal);

    [Fact]
    public void Render_WhenStripWouldPassTheLargestPicture_Refuses() =>
        Assert.Contains("太长", Refusal(new string('善', 5_000), "256x16x1"), StringComparison.Ordinal);

    [Fact]
    public void Render_WhenCardLacksTheWishedStrip_RefusesNamingIt()
    {
        var card = Cards.With(new Dictionary<Effect, Effect> { [Effect.Static] = Effect.Static });
        Assert.Contains("ContinuousLeft", Refusal(Slogan, "160x16x1", new ShowStyle(Effect.ContinuousLeft), card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a strip played page by page", "160x16x1", Effect.ContinuousLeft, Effect.MoveLeft)]
    [InlineData("a page played as a strip", "320x16x1", Effect.Static, Effect.ContinuousLeft)]
    public void Render_WhenCardPlaysAStripForAPageOrBack_Refuses(string what, string face, Effect wish, Effect plays)
    {
        var refusal = Refusal(Slogan, face, new ShowStyle(wish), Cards.With(new Dictionary<Effect, Effect> { [wish] = plays }));
        Assert.True(refusal.Contains(plays.ToString(), StringComparison.Ordinal), $"{what}: {refusal}");
    }

    [Fact]
    public void Render_WhenCardHasANearEffect_TakesIt()
    {
        var card = Cards.With(new Dictionary<Effect, Effect> { [Effect.MoveUp] = Effect.MoveLeft });
        Assert.Equal(Effect.MoveLeft, Page(Slogan, "320x16x1", new ShowStyle(Effect.MoveUp), card).Effect);
    }

    [Fact]
    public void Render_WhenStepAndStayAreWished_RoundsThemToTheCard()
    {
        var page = Page(Slogan, "320x16x1", new ShowStyle(Step: TimeSpan.FromMilliseconds(33), Stay: TimeSpan.FromMilliseconds(1_300)));
        Assert.Equal((TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(1_500)), (page.Step, page.Stay));
    }

    [Fact]
    public void Render_WhenAskedTwice_HandsOutTheSamePicture() => Assert.Same(Page(Slogan, "320x16x1").Picture, Page(Slogan, "320x16x1").Picture);

    [Fact]
    public void Render_WhenTheSameWordsStandInTwoItems_StampsEachWithItsOwn()
    {
        string Stamp(string item)
        {
            var answer = _renderer.Render([new LoopItem(new Revision(item, Slogan), ShowStyle.Automatic, "slot")], PanelFace.Parse("320x16x1"), Cards.Able);
            return Assert.IsType<RenderAnswer.Rendered>(answer).Show.Pages[0].Revision.ItemId;
        }

        Assert.Equal(["one", "two", "one", "one"], [Stamp("one"), Stamp("two"), Stamp("one"), Stamp("one")]);
    }

    [Fact]
    public void Render_WhenTextIsDecomposed_DrawsItComposed() => Assert.Equal(Page("caf\u00E9", "64x16x1").Picture, Page("cafe\u0301", "64x16x1").Picture);

    [Theory]
    [InlineData("320x16x2")]
    [InlineData("320x16x3")]
    [InlineData("320x16xrgb")]
    public void Render_WhenFaceHasColours_LightsTheSameDotsInRed(string face)
    {
        var mono = Page(Slogan, "320x16x1").Picture;
        var colour = Page(Slogan, face).Picture;
        Assert.All(
            from y in Enumerable.Range(0, 16) from x in Enumerable.Range(0, 320) select (x, y),
            at => Assert.Equal(mono[at.x, at.y].IsLit ? LedColour.Red : LedColour.Dark, colour[at.x, at.y]));
    }

    public void Dispose() => _renderer.Dispose();

    private Page Page(string text, string face, ShowStyle? style = null, CardAbilities? card = null) =>
        Assert.Single(Assert.IsType<RenderAnswer.Rendered>(Ask(text, face, style, card)).Show.Loop);

    private string Refusal(string text, string face, ShowStyle? style = null, CardAbilities? card = null) =>
        Assert.Single(Assert.IsType<RenderAnswer.Refused>(Ask(text, face, style, card)).Reasons);

    private RenderAnswer Ask(string text, string face, ShowStyle? style, CardAbilities? card) =>
        _renderer.Render([new LoopItem(new Revision("x", text), style ?? ShowStyle.Automatic, "s")], PanelFace.Parse(face), card ?? Cards.Able);
}
