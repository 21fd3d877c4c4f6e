using Browser.Tests.Chrome;
using Browser.Tests.Sites;
using Microsoft.Playwright;
using Signage.Core.Frames;
using Signage.Core.Ports;
using Signage.Core.Shows;

namespace Browser.Tests.Pages;

/// <summary>The pictures on the page against the definition of the effects: the player's cells, and the very pixels of the canvas, each in its colour.</summary>
public sealed class CanvasTests(ChromiumBrowser browser)
{
    private const int Looks = 12;
    private const int DigitsOfAColour = 6;

    [Fact]
    public async Task Canvas_WhenAnyEffectPlaysInAnyLayout_ShowsTheFrameOfTheDefinition()
    {
        var panels = Panels.EveryEffect();
        await using var site = await ShownSite.StartAsync(panels, TestContext.Current.CancellationToken);
        await using var seen = await browser.OpenAsync(site.Address);
        await seen.Page.WaitForSelectorAsync("canvas[data-plays=true]");
        foreach (var panel in panels)
        {
            var frames = await DrawnFrame.LookAsync(seen.Page, panel.Panel.Id.Value, Looks);
            Assert.All(frames, frame => AssertIsDefinition(panel, frame));
            Assert.True(panel.Panel.Id.Value.StartsWith("static", StringComparison.Ordinal) || frames.Select(frame => frame.Cells).Distinct().Count() > 1, $"{panel.Panel.Id} stands still");
        }

        Assert.Empty(seen.Complaints);
    }

    [Fact]
    public async Task Canvas_WhenTheBrowserDrawsIt_IsAsFarAsTheCard()
    {
        var panels = Panels.EveryEffect();
        await using var site = await ShownSite.StartAsync(panels, TestContext.Current.CancellationToken);
        await using var seen = await browser.OpenAsync(site.Address);
        await seen.Page.WaitForSelectorAsync("canvas[data-plays=true]");
        var moving = panels.First(panel => panel.Panel.Id.Value == "continuousleft-mono");
        var before = TimeProvider.System.GetUtcNow() - moving.LoopStart!.Value;
        var frame = (await DrawnFrame.LookAsync(seen.Page, moving.Panel.Id.Value, 1))[0];
        var after = TimeProvider.System.GetUtcNow() - moving.LoopStart!.Value;
        Assert.InRange(TimeSpan.FromMicroseconds(frame.T), before - TimeSpan.FromSeconds(1), after);
    }

    [Fact]
    public async Task Canvas_WhenLessMotionIsAskedFor_StandsStillAndSaysSo()
    {
        var panels = Panels.EveryEffect();
        await using var site = await ShownSite.StartAsync(panels, TestContext.Current.CancellationToken);
        await using var seen = await browser.OpenAsync(site.Address, lessMotion: true);
        await seen.Page.WaitForSelectorAsync("canvas[data-plays=true]");
        var frames = await DrawnFrame.LookAsync(seen.Page, "moveleft-mono", 3);
        Assert.Single(frames.Distinct());
        Assert.Contains('1', frames[0].Lit);
        await Assertions.Expect(seen.Card("moveleft-mono").GetByText("已按系统设置减少动态")).ToBeVisibleAsync();
    }

    private static void AssertIsDefinition(PanelView panel, DrawnFrame frame)
    {
        var face = panel.Panel.Face.Size;
        var defined = Effects.FrameAt(panel.Playing!.Loop, face, TimeSpan.FromMicroseconds(frame.T));
        Assert.True(Convert.ToBase64String(defined.Cells.Span) == frame.Cells, $"{panel.Panel.Id} at {frame.T} µs has other cells");

        // LED by LED, so that the first wrong one is named with both its colours.
        var drawn = frame.Colours.Chunk(DigitsOfAColour).Select(digits => new string(digits)).ToArray();
        Assert.Equal(face.Width * face.Height, drawn.Length);
        string[] wrong =
        [
            .. LedLook.Of(defined).Zip(drawn).Index().Where(led => led.Item.First != led.Item.Second)
                .Select(led => $"{led.Index % face.Width},{led.Index / face.Width} is {led.Item.Second} instead of {led.Item.First}"),
        ];
        Assert.True(wrong.Length == 0, $"{panel.Panel.Id} at {frame.T} µs: {wrong.Length} LEDs have another colour; {wrong.FirstOrDefault()}");
    }
}
