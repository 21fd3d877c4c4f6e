using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Renderer.Shows;
using Signage.Renderer.Tests.Golden;

namespace Signage.Renderer.Tests.Shows;

/// <summary>Pages that people have looked at, pixel by pixel.</summary>
public sealed class GoldenPictureTests
{
    [Theory]
    [InlineData("slogan-01-320x16-one-line", 1, "320x16x1", null)]
    [InlineData("slogan-03-192x64-two-lines", 3, "192x64x1", null)]
    [InlineData("slogan-09-160x16-strip", 9, "160x16x1", null)]
    [InlineData("slogan-01-256x48-strip", 1, "256x48x1", Effect.ContinuousLeft)]
    [InlineData("slogan-17-128x32-space-dropped", 17, "128x32x1", null)]
    [InlineData("slogan-08-128x64-dual", 8, "128x64x2", null)]
    [InlineData("slogan-01-32x8-strip", 1, "32x8x1", null)]
    [InlineData("slogan-18-128x12-one-line", 18, "128x12x1", null)]
    public void Render_WhenGoldenSlogan_DrawsTheSamePixels(string golden, int slogan, string face, Effect? wish)
    {
        using var renderer = new ShowRenderer();
        var item = new LoopItem(CharityPack.Instance.Slogans[slogan - 1].ToRevision(), new ShowStyle(wish), "s");
        var rendered = Assert.IsType<RenderAnswer.Rendered>(renderer.Render([item], PanelFace.Parse(face), Cards.Able));
        GoldenText.AssertSame(golden, rendered.Show.Loop[0].Picture.ToString());
    }
}
