using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Ddp;
using Signage.Transports.Pumping;
using Signage.Transports.Udp;

namespace Signage.Transports.Tests.Ddp;

/// <summary>Adapter, pump, UDP and a simulated display: what is sent is what is lit.</summary>
public sealed class DdpConversationTests
{
    private static readonly PanelFace Face = new(new PixelSize(64, 32), ColourAbility.Full);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_WhenStreamed_AreLitOneAfterAnotherWithTheirStamps()
    {
        await using var panel = await StartAsync(answers: false);
        for (var number = 0; number < 40; number++)
        {
            await panel.ShowAsync(panel.Picture(number), number, new FrameStamp((uint)(1000 + number)), Token);
        }

        Assert.Equal((40 * 5, 0), (panel.Card.Read().PacketsTaken, panel.Card.Read().PacketsRefused));
    }

    [Fact]
    public async Task Blank_WhenSentInTheMiddleOfAStream_MakesTheGlassDark()
    {
        await using var panel = await StartAsync(answers: false);
        await panel.ShowAsync(panel.Picture(1), 0, new FrameStamp(1), Token);
        Assert.Equal(PanelOutcome.SentUnverified, (await panel.AskAsync(new PanelCommand.Blank(), Token)).Outcome);
        await Patience.UntilAsync(() => panel.Card.Read().Glass.IsDark, () => panel.Card.Read(), Token);
    }

    [Fact]
    public async Task Status_WhenTheDisplayTellsOne_ComesBack()
    {
        await using var panel = await StartAsync(answers: true);
        var done = await panel.AskAsync(new PanelCommand.ReadStatus(), Token);
        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Contains(KeyValuePair.Create("man", "Signage"), done.Reading!.Values);
    }

    [Fact]
    public async Task Status_WhenNobodyListens_SaysSo()
    {
        await using var line = new PanelLine(new Uri("udp://127.0.0.1:9"), new UdpTransport(TimeProvider.System), new DialoguePump(TimeProvider.System));
        var done = await line.AskAsync(new DdpAdapter().Begin(new PanelCommand.Ping(), DdpPanel.Model("ddp", true), Face), Token);
        Assert.Equal(PanelOutcome.NoAnswer, done.Outcome);
    }

    private static Task<DdpPanel> StartAsync(bool answers) => DdpPanel.StartAsync(new DdpAdapter(), DdpPanel.Model("ddp", answers), Face, Token);
}
