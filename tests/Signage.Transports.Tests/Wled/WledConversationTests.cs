using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Wled;
using Signage.Transports.Tests.Ddp;

namespace Signage.Transports.Tests.Wled;

/// <summary>Adapter, pump, both links and a simulated controller.</summary>
public sealed class WledConversationTests
{
    private static readonly PanelFace Face = new(new PixelSize(64, 32), ColourAbility.Full);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ping_WhenTheControllerIsThere_TellsItsMatrix()
    {
        await using var panel = await StartAsync();
        var done = await panel.AskAsync(new PanelCommand.Ping(), Token);
        Assert.Equal((PanelOutcome.Accepted, Face), (done.Outcome, done.Reading!.Face));
    }

    [Fact]
    public async Task Status_WhenAStreamIsShown_TellsThatItIs_AndWhenItEndsThatItIsNot()
    {
        await using var panel = await StartAsync();
        await panel.ShowAsync(panel.Picture(1), 0, new FrameStamp(9), Token);
        Assert.Equal(("true", "DDP", "0"), await LiveAsync(panel));
        panel.Card.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(("false", "", "0"), await LiveAsync(panel));
        Assert.False(panel.Card.Read().Glass.Equals(panel.Picture(1)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Ping_WhenSomebodyOverridesTheStream_SaysThatItIsNotShown_UntilTheyLetGo(string way)
    {
        await using var panel = await StartAsync();
        await panel.ShowAsync(panel.Picture(1), 0, new FrameStamp(9), Token);
        Assert.True((await panel.AskAsync(new PanelCommand.Ping(), Token)).Reading!.PlaysOurs);
        Post(panel, $$"""{"lor":{{way}}}""");
        Assert.NotEqual(panel.Picture(1), panel.Card.Read().Glass);
        var reading = (await panel.AskAsync(new PanelCommand.Ping(), Token)).Reading!;
        Assert.Equal((false, true), (reading.PlaysOurs, reading.WhyNotOurs?.Contains($"lor {way}", StringComparison.Ordinal)));
        Post(panel, """{"lor":0}""");
        reading = (await panel.AskAsync(new PanelCommand.Ping(), Token)).Reading!;
        Assert.Equal((true, null), (reading.PlaysOurs, reading.WhyNotOurs));
    }

    [Fact]
    public async Task Brightness_WhenSet_ReadsBack()
    {
        await using var panel = await StartAsync();
        Assert.Equal(PanelOutcome.Accepted, (await panel.AskAsync(new PanelCommand.SetBrightness(60), Token)).Outcome);
        var reading = (await panel.AskAsync(new PanelCommand.ReadStatus(), Token)).Reading!;
        Assert.Equal((true, 60, 153), (reading.PoweredOn!.Value, reading.BrightnessPercent!.Value, panel.Card.Read().Brightness));
    }

    [Fact]
    public async Task Power_WhenSwitchedOff_IsDarkUntilTheNextStreamComes()
    {
        await using var panel = await StartAsync();
        Assert.Equal(PanelOutcome.Accepted, (await panel.AskAsync(new PanelCommand.SetPower(false), Token)).Outcome);
        Assert.Equal((true, false), (panel.Card.Read().Glass.IsDark, (await panel.AskAsync(new PanelCommand.ReadStatus(), Token)).Reading!.PoweredOn!.Value));
        await panel.ShowAsync(panel.Picture(1), 0, new FrameStamp(3), Token);
        Assert.Equal(PanelOutcome.Accepted, (await panel.AskAsync(new PanelCommand.SetPower(true), Token)).Outcome);
        Assert.True(panel.Card.Read().PoweredOn);
    }

    [Fact]
    public async Task Stream_WhenSomebodyHidIt_IsShownAgainWhenTold()
    {
        await using var panel = await StartAsync();
        await panel.ShowAsync(panel.Picture(1), 0, new FrameStamp(1), Token);
        panel.Card.OnMessage(new WireMessage.Request("POST", "/json/state", "application/json", """{"lor":2}"""u8.ToArray()));
        Assert.True((await panel.AskAsync(new PanelCommand.Ping(), Token)).Reading!.HidesStream);
        Assert.Equal(PanelOutcome.Accepted, (await panel.AskAsync(new PanelCommand.ShowStreamed(), Token)).Outcome);
        Assert.False((await panel.AskAsync(new PanelCommand.Ping(), Token)).Reading!.HidesStream);
        await panel.ShowAsync(panel.Picture(2), 1, new FrameStamp(2), Token);
        Assert.Equal(panel.Picture(2), panel.Card.Read().Glass);
    }

    [Fact]
    public async Task Blank_WhenSentInTheMiddleOfAStream_MakesTheGlassDark()
    {
        await using var panel = await StartAsync();
        await panel.ShowAsync(panel.Picture(1), 0, new FrameStamp(1), Token);
        Assert.Equal(PanelOutcome.SentUnverified, (await panel.AskAsync(new PanelCommand.Blank(), Token)).Outcome);
        await Patience.UntilAsync(() => panel.Card.Read().Glass.IsDark, () => panel.Card.Read(), Token);
    }

    [Fact]
    public async Task Ping_WhenThePowerIsGone_SaysThatNobodyAnswers()
    {
        await using var panel = await StartAsync();
        panel.Card.CutPower();
        Assert.Equal(PanelOutcome.NoAnswer, (await panel.AskAsync(new PanelCommand.Ping(), Token)).Outcome);
        panel.Card.RestorePower();
        Assert.Equal(PanelOutcome.Accepted, (await panel.AskAsync(new PanelCommand.Ping(), Token)).Outcome);
    }

    // As its own page does when somebody takes the lamp over.
    private static void Post(DdpPanel panel, string change) =>
        panel.Card.OnMessage(new WireMessage.Request("POST", "/json/state", "application/json", Encoding.UTF8.GetBytes(change)));

    private static async Task<(string Live, string Source, string Override)> LiveAsync(DdpPanel panel)
    {
        var values = (await panel.AskAsync(new PanelCommand.ReadStatus(), Token)).Reading!.Values.ToDictionary();
        return (values["live"], values["liveSource"], values["liveOverride"]);
    }

    private static Task<DdpPanel> StartAsync() => DdpPanel.StartAsync(new WledAdapter(), DdpPanel.Model("wled", true), Face, Token);
}
