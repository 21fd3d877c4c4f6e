using Signage.Core.Planning;
using Signage.Core.Truth;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>Nothing has to happen for a report to become old: the rounds see to it, by the clock of the site.</summary>
public sealed class AgeingRoundTests
{
    [Fact]
    public async Task Report_WhenNoFurtherOneComes_IsTakenBackByARound()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [new("base", "charity-09", [], SlotTime.Always, Priority.Base)], token);
        var state = await site.SentAsync("charity-09", token);
        site.Site.Board.Change(state.Panel, now => now with { Truth = now.Truth with { Seen = new Seen(Evidence.Status, null, site.SiteTime.GetUtcNow()) } });

        site.SiteTime.Advance(TimeSpan.FromSeconds(61));

        var old = (await site.Site.Board.WaitAsync(now => now[0].Truth.Seen.Evidence != Evidence.Status, token))[0];
        Assert.Equal((Evidence.Acknowledged, true), (old.Truth.Seen.Evidence, old.IsSent));
    }
}
