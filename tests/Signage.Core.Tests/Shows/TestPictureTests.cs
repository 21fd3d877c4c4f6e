using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Shows;

/// <summary>The pictures that technicians look at, and the gate before them.</summary>
public sealed class TestPictureTests
{
    [Fact]
    public void Edges_OfASmallFace_ShowItsBordersAndACross() => Assert.Equal(
        """
        WWWWWWWWWW
        WW..W....W
        W.WW.....W
        W.WW.....W
        WW..W....W
        WWWWWWWWWW

        """,
        FrameDrawing.Draw(TestPicture.Draw(TestPattern.Edges, PanelFace.Parse("10x6xrgb"))!));

    [Theory]
    [InlineData(TestPattern.Full, "9x9x1", 81)]
    [InlineData(TestPattern.Grid, "9x9x1", 32)]
    [InlineData(TestPattern.Red, "9x9x2", 81)]
    [InlineData(TestPattern.Green, "9x9x1", null)]
    [InlineData(TestPattern.Blue, "9x9x2", null)]
    [InlineData(TestPattern.Ramp, "9x9x3", null)]
    [InlineData(TestPattern.Blue, "9x9x3", 81)]
    public void Draw_OnAFace_LightsWhatItHasColoursFor(TestPattern pattern, string face, int? lit) =>
        Assert.Equal(lit, TestPicture.Draw(pattern, PanelFace.Parse(face)) is { } picture ? Lit(picture).Count() : null);

    [Fact]
    public void Green_OnTwoColours_LightsNoRed() =>
        Assert.Equal([LedColour.Green], Lit(TestPicture.Draw(TestPattern.Green, PanelFace.Parse("9x9x2"))!).Distinct());

    [Fact]
    public void Ramp_OnFullColour_GoesFromDarkToWhiteInSixteenSteps()
    {
        var picture = TestPicture.Draw(TestPattern.Ramp, PanelFace.Parse("64x8xrgb"))!;
        LedColour[] steps = [.. Enumerable.Range(0, 64).Select(x => picture[x, 0]).Distinct()];
        Assert.Equal(16, steps.Length);
        Assert.Equal((LedColour.Dark, LedColour.White), (steps[0], steps[^1]));
    }

    /// <summary>The stamp alone lets nothing pass: a picture of words under it is turned away.</summary>
    [Fact]
    public void Gate_WhenAPageIsStampedAsAPattern_LooksAtItsPixels()
    {
        var face = PanelFace.Parse("9x9x1");
        var gate = new Gate(new PackApprovalPolicy(CharityPack.Instance));
        Assert.IsType<GateAnswer.Passed>(gate.Judge(Of(TestPattern.Grid, TestPicture.Draw(TestPattern.Grid, face)!)));
        Assert.IsType<GateAnswer.Refused>(gate.Judge(Of(TestPattern.Grid, TestPicture.Draw(TestPattern.Full, face)!)));

        Show Of(TestPattern stamp, PixelFrame picture) => new(
            face, "any", [new ShowPage(new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5)), TestPicture.Stamp(stamp))]);
    }

    private static IEnumerable<LedColour> Lit(PixelFrame picture) =>
        from y in Enumerable.Range(0, picture.Size.Height) from x in Enumerable.Range(0, picture.Size.Width) where picture[x, y].IsLit select picture[x, y];
}
