using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Shows;

namespace Signage.Storage.Tests.Writing;

/// <summary>Policies on the disk, and whose may be taken away.</summary>
public sealed class PolicyTests
{
    private static readonly Policy Night = new("night", PolicyOwner.Site, new PolicyRule.Quiet(true), new SlotTime(DailyTimes.Parse("22:00-06:00,sunset-15m-20:00")) { Days = DayRule.Parse("work & !day:春节-3") })
    {
        Panels = [SampleSite.Hall.Id, SampleSite.Gate.Id],
        Tags = Tags.Parse("临街 户外"),
        AddedBy = "业主",
        AddedAt = new DateTimeOffset(2026, 11, 23, 16, 42, 13, 17, TimeSpan.FromHours(8)),
    };

    private static readonly Policy Dim = new("dim", PolicyOwner.Centre, new PolicyRule.Brightness(40), SlotTime.Always);
    private static readonly Policy Road = new("road", PolicyOwner.Site, new PolicyRule.Road(new MotionLimit(TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(30), true)), SlotTime.Always);

    private static readonly Policy Mourning = new("mourning", PolicyOwner.Site, new PolicyRule.Memorial(true), SlotTime.Always);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Policy_WhenAddedAndOpenedAgain_IsTheSame()
    {
        using var folder = new SiteFolder();
        await using (var store = await OpenAsync(folder))
        {
            foreach (var policy in new[] { Night, Dim, Road, Mourning })
            {
                Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddPolicyAsync(policy, Token));
            }
        }

        await using var again = await SiteStore.OpenAsync(folder.Database, TimeProvider.System, Token);
        var read = (await again.ReadAsync(Token)).Policies;
        Assert.Equal(["dim", "mourning", "night", "road"], read.Select(policy => policy.Id));
        foreach (var (wanted, kept) in new[] { Dim, Mourning, Night, Road }.Zip(read))
        {
            Assert.Equal(wanted.Panels, kept.Panels);
            Assert.Equal(wanted, kept with { Panels = wanted.Panels });   // a list compares as an object
        }

        Assert.Empty(await again.CheckAsync(Token));
    }

    [Fact]
    public async Task Remove_WhenItIsTheSites_TakesItAway()
    {
        using var folder = new SiteFolder();
        await using var store = await OpenAsync(folder);
        await store.As(Actor.Site).AddPolicyAsync(Night, Token);
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).RemovePolicyAsync("night", Token));
        Assert.Empty((await store.ReadAsync(Token)).Policies);
        Assert.Contains("没有规定 night", Reason(await store.As(Actor.Site).RemovePolicyAsync("night", Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Centre_WhenTheSiteWouldTakeItsPolicyAwayOrReplaceIt_Stays()
    {
        using var folder = new SiteFolder();
        await using var store = await OpenAsync(folder);
        await store.As(Actor.Site).AddPolicyAsync(Dim, Token);
        Assert.Contains("由上级下发", Reason(await store.As(Actor.Site).RemovePolicyAsync("dim", Token)), StringComparison.Ordinal);
        Assert.Contains("由上级下发", Reason(await store.As(Actor.Site).AddPolicyAsync(Dim with { Owner = PolicyOwner.Site, Rule = new PolicyRule.Brightness(100) }, Token)), StringComparison.Ordinal);
        Assert.Equal(Dim.Rule, Assert.Single((await store.ReadAsync(Token)).Policies).Rule);
    }

    [Fact]
    public async Task Add_WhenItCannotBe_IsRefusedInALine()
    {
        using var folder = new SiteFolder();
        await using var store = await OpenAsync(folder);
        await store.As(Actor.Site).AddPolicyAsync(Night, Token);
        Assert.Contains("已有规定 night", Reason(await store.As(Actor.Site).AddPolicyAsync(Night, Token)), StringComparison.Ordinal);
        Assert.Contains("cellar", Reason(await store.As(Actor.Site).AddPolicyAsync(Night with { Id = "other", Panels = [new PanelId("cellar")] }, Token)), StringComparison.Ordinal);
        Assert.Contains("控制字符", Reason(await store.As(Actor.Site).AddPolicyAsync(Night with { Id = "a\nb" }, Token)), StringComparison.Ordinal);
        Assert.Contains("缺少名称", Reason(await store.As(Actor.Site).AddPolicyAsync(Night with { Id = "" }, Token)), StringComparison.Ordinal);
        Assert.Single((await store.ReadAsync(Token)).Policies);
    }

    private static string Reason(StoreAnswer answer) => Assert.IsType<StoreAnswer.Refused>(answer).Reason;

    private static async Task<SiteStore> OpenAsync(SiteFolder folder)
    {
        var store = await SiteStore.OpenAsync(folder.Database, TimeProvider.System, Token);
        await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate, Token);
        await store.As(Actor.Site).AddPanelAsync(SampleSite.Hall, Token);
        return store;
    }
}
