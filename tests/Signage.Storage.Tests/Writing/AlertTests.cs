using Microsoft.Extensions.Time.Testing;
using Signage.Core.Alerts;

namespace Signage.Storage.Tests.Writing;

/// <summary>Warnings on the disk: what was taken in first and what people did first stays.</summary>
public sealed class AlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 5, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly AlertDeed Deed = new("业主", Now);
    private static readonly AlertRecord First = new("office,A1,2026-09-05T07:55:00+08:00", Now.AddMinutes(-5), "<alert>1</alert>", "业主", Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Two who act at one moment: the approval that comes behind the end lights nothing, and is not written down as if it had.</summary>
    [Fact]
    public async Task Approve_WhenItWasEnded_IsRefusedHoweverItComes()
    {
        using var folder = new SiteFolder();
        await using var store = await SiteStore.OpenAsync(folder.Database, new FakeTimeProvider(Now), Token);
        await store.As(Actor.Site).TakeAlertsAsync([First], Token);
        await store.As(Actor.Site).ClearAlertAsync(First.Name, Deed, Token);
        Assert.Contains("业主", Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).ApproveAlertAsync(First.Name, Deed, Token)).Reason, StringComparison.Ordinal);
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).TakeAlertsAsync([First with { Approved = Deed }], Token));
        Assert.Equal([First with { Cleared = Deed }], (await store.ReadAsync(Token)).Alerts);
    }

    [Fact]
    public async Task Take_WhenItHasOtherContents_ApprovesOnlyWhatIsTheSame()
    {
        using var folder = new SiteFolder();
        await using var store = await SiteStore.OpenAsync(folder.Database, new FakeTimeProvider(Now), Token);
        await store.As(Actor.Site).TakeAlertsAsync([First], Token);
        await store.As(Actor.Site).TakeAlertsAsync([First with { Document = "<alert>2</alert>", Approved = Deed }], Token);
        Assert.Equal([First], (await store.ReadAsync(Token)).Alerts);
        await store.As(Actor.Site).TakeAlertsAsync([First with { Approved = Deed }], Token);
        Assert.Equal([First with { Approved = Deed }], (await store.ReadAsync(Token)).Alerts);
    }
}
