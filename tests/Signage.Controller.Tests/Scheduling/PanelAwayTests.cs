using Signage.Controller.Dispatch;
using Signage.Controller.Tests.Dispatch;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>A controller that pictures are streamed to loses its power and comes back at the same ports: what was wrong meanwhile is not told for good.</summary>
public sealed class PanelAwayTests
{
    private const string Model = "wled/esp32";
    private const string Face = "16x8xrgb";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Trouble_WhenTheCardWentAwayAndCameBack_IsTakenBack()
    {
        using var late = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, TestContext.Current.CancellationToken);
        var token = either.Token;
        await using var site = await SiteOnLoopback.StartAsync(
            settings => settings with { Quartz = false },
            [new("base", "charity-09", [], SlotTime.Always, Priority.Base)],
            token,
            panel: new LoopbackPanel(Model, Face, "udp://127.0.0.1:0?control=0"));
        await site.SentAsync("charity-09", token);

        await site.Panel.DisposeAsync();
        await UntilAsync(site, state => state.Troubles.Sending is not null && !state.IsSent, token);
        var card = SimulatedCards.Create(TestProfiles.Find(Model), PanelFace.Parse(Face), new CardClock(TimeProvider.System));
        await using var back = await PanelHosts.StartAsync(site.Panel.Endpoint, card, TimeProvider.System, token);
        var again = await UntilAsync(site, state => state is { IsSent: true, Reached: true }, token);
        Assert.NotNull(again.Troubles.Sending);

        site.SiteTime.Advance(TimeSpan.FromSeconds(15));

        var after = await UntilAsync(site, state => state.Trouble is null, token);
        Assert.Equal((true, true), (after.IsSent, after.Reached));
        Assert.False(card.Read().Glass.IsDark);
    }

    private static async Task<PanelState> UntilAsync(SiteOnLoopback site, Func<PanelState, bool> holds, CancellationToken token) =>
        (await site.Site.Board.WaitAsync(now => holds(now[0]), token))[0];
}
