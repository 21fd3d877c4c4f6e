using Signage.Cli.Demo;
using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Cli.Tests.Demo;

/// <summary>The terminal claims what the page claims, and never more than is known.</summary>
public sealed class DemoTruthTests
{
    private static readonly ShowDigest Show = new(new string('a', 64));

    private static readonly PanelState Sent = new(
        new Panel(new PanelId("yard"), "灯阵", "wled/esp32", PanelFace.Parse("64x32xrgb"), new Uri("udp://127.0.0.1:9")),
        new PanelTruth(Show, Show, new Seen(Evidence.Acknowledged, null, null)))
    {
        Outcome = PanelOutcome.Accepted,
    };

    [Fact]
    public void Word_WhenNothingWasSent_Waits()
    {
        Assert.StartsWith("待发", DemoTruth.Of(null), StringComparison.Ordinal);
        Assert.StartsWith("待发", DemoTruth.Of(Sent with { Truth = PanelTruth.Unknown }), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_WhenACardAcknowledged_SaysSo() => Assert.Equal("已发 acknowledged", DemoTruth.Of(Sent));

    [Fact]
    public void Word_WhenADeviceAnswersNoPicture_DoesNotSayThatItAcknowledged()
    {
        Assert.StartsWith("已发，状态相符", DemoTruth.Of(Sent with { Truth = Sent.Truth with { Seen = new Seen(Evidence.Status, null, null) } }), StringComparison.Ordinal);
        Assert.StartsWith("已发，无法核实", DemoTruth.Of(Sent with { Outcome = PanelOutcome.SentUnverified }), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_WhenThePixelsWereRead_IsWhatTheySay()
    {
        Assert.StartsWith("实显一致", DemoTruth.Of(Sent with { Truth = Sent.Truth with { Seen = new Seen(Evidence.Pixels, Show, null) } }), StringComparison.Ordinal);
        Assert.StartsWith("不一致", DemoTruth.Of(Sent with { Truth = Sent.Truth with { Seen = new Seen(Evidence.Pixels, new ShowDigest(new string('b', 64)), null) } }), StringComparison.Ordinal);
    }
}
