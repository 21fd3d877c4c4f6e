using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;

namespace Signage.Core.Tests.Policies;

/// <summary>What pauses while people mourn, what plays in its place, and in which colour.</summary>
public sealed class MourningTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Noon = new(2026, 12, 13, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("64x16xrgb", false, "plain")]
    [InlineData("64x16xrgb", true, "solemn")]
    [InlineData("64x16x3", false, "plain")]
    [InlineData("64x16x2", false, "solemn")]
    [InlineData("160x16x1", false, "solemn")]
    public void At_WhenPeopleMourn_WhatTheFestiveWordsCoveredPlaysInTheirPlace(string face, bool isStrict, string plays)
    {
        var bound = Bound(face, [Mourning(isStrict)], Slot("festive", Priority.Urgent), Slot("plain", Priority.Centre), Slot("solemn", Priority.Base));
        Assert.Equal([plays], bound.Decision.Why);
        Assert.Equal(["festive"], bound.Paused);
        Assert.Equal(["festive"], bound.Wanted.Why);
        Assert.True(bound.IsSober);
    }

    [Fact]
    public void At_WhenPlainWordsAloneArePlannedAndThereIsNoGrey_IsDarkWithAReason()
    {
        var bound = Bound("160x16x1", [Mourning(false)], Slot("plain", Priority.Base));
        Assert.Empty(bound.Decision.Loop);
        Assert.Empty(bound.Decision.Basis);
        Assert.Equal(["plain"], bound.Paused);
    }

    [Fact]
    public void At_WhenAWarningIsOpen_NeitherPausesNorMourns()
    {
        var bound = Bound("160x16x1", [Mourning(true)], Slot("festive", Priority.Emergency), Slot("solemn", Priority.Base));
        Assert.Equal(["festive"], bound.Decision.Why);
        Assert.False(bound.IsSober);
        Assert.Empty(bound.Paused);
    }

    [Fact]
    public void At_WhenItIsBlanked_StaysDark()
    {
        var bound = Bound("64x16xrgb", [Mourning(false)], Slot("dark", Priority.Blank), Slot("solemn", Priority.Base));
        Assert.Equal(["dark"], bound.Decision.Why);
        Assert.Empty(bound.Decision.Loop);
    }

    [Fact]
    public void At_WhenNobodyMourns_PausesNothing()
    {
        var bound = Bound("64x16xrgb", [], Slot("festive", Priority.Community));
        Assert.Equal(["festive"], bound.Decision.Why);
        Assert.False(bound.IsSober);
        Assert.Empty(bound.Paused);
    }

    [Fact]
    public void At_WhenTheNightIsQuietToo_IsDark()
    {
        var quiet = new Policy("night", PolicyOwner.Site, new PolicyRule.Quiet(false), SlotTime.Always);
        var bound = Bound("64x16xrgb", [Mourning(false), quiet], Slot("solemn", Priority.Base));
        Assert.Empty(bound.Decision.Loop);
        Assert.Equal(["night"], bound.Darkening.Select(policy => policy.Id));
    }

    [Theory]
    [InlineData("8x8xrgb", 160, 160, 160)]
    [InlineData("8x8x3", 255, 255, 255)]
    [InlineData("8x8x2", 255, 255, 0)]
    [InlineData("8x8x1", 255, 0, 0)]
    public void Sober_OfAFace_IsAsFarFromRedAsItGets(string face, byte red, byte green, byte blue) =>
        Assert.Equal(new LedColour(red, green, blue), PanelFace.Parse(face).Sober);

    private static BoundDecision Bound(string face, Policy[] policies, params Slot[] slots)
    {
        var plan = new Plan(
            [Programme("festive", Tone.Joyful), Programme("plain", Tone.Plain), Programme("solemn", Tone.Solemn)], slots, Zone);
        var panel = new Panel(new PanelId("gate"), "gate", "any", PanelFace.Parse(face), new Uri("tcp://192.0.2.1:1"));
        var bound = BoundDecision.At(plan, new PolicyBook(policies, plan), Noon, panel);

        // The window says the same as the single look.
        var window = new BoundWindow(PlanWindow.Ahead(new PlanIndex(plan), Noon), PolicyWindow.Ahead(new PolicyBook(policies, plan), Noon));
        Assert.Equal(bound.Decision.Loop, window.At(Noon, panel).Decision.Loop);
        Assert.Equal(bound.Paused, window.At(Noon, panel).Paused);
        return bound;
    }

    private static Programme Programme(string id, Tone tone) => new(id, [new Revision(id, id)], ShowStyle.Automatic) { Tone = tone };

    private static Slot Slot(string id, Priority priority) => new(id, id == "dark" ? "" : id, [], SlotTime.Always, priority);

    private static Policy Mourning(bool isStrict) => new("mourning", PolicyOwner.Site, new PolicyRule.Memorial(isStrict), SlotTime.Always);
}
