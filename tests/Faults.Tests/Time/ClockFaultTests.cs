using Faults.Tests.Rig;
using Signage.Core.Planning;
using Signage.Testing.Invariants;

namespace Faults.Tests.Time;

/// <summary>Group E at a whole site: clocks that are wrong, jump, or went on while nothing ran.</summary>
public sealed class ClockFaultTests
{
    private static readonly Slot[] Day =
    [
        SlotText.Base("charity-09"), SlotText.Hours("one", "charity-01", 8, 9), SlotText.Hours("two", "charity-02", 9, 10),
        SlotText.Hours("three", "charity-03", 12, 13),
    ];

    public static TheoryData<int, bool> SeedAndQuartz => [.. Seeds.Of(1).SelectMany(seed => new (int, bool)[] { (seed, false), (seed, true) })];

    public static TheoryData<int, string> SeedAndOutage =>
        [.. Seeds.Of(1).SelectMany(seed => new[] { "00:00:03", "00:10:00", "3.00:00:00" }.Select(outage => (seed, outage)))];

    public static TheoryData<string, string> WrongClocks => new()
    {
        { "no battery", "1970-01-01T00:00:00Z" },
        { "factory", "2000-01-01T12:00:00Z" },
        { "the year before", "2025-09-05T00:30:00Z" },
        { "a battery at its end", "2099-01-01T00:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(SeedAndQuartz))]
    public async Task F51_ClockStepsThreeHoursOnAndBackDuringASlot_ThePictureFollowsWithinASecond(int seed, bool quartz)
    {
        await using var rig = await StartAsync(seed, Day, quartz: quartz);
        foreach (var hours in new[] { 3, 0, -3, 0.75, 3.75, 0.25, 0 })
        {
            await rig.SetClockAsync(SiteRig.Morning.AddHours(hours));
            await rig.ConvergedAsync();
        }

        // The boundary that was passed twice is met again.
        await rig.SetClockAsync(SiteRig.Morning.AddMinutes(29).AddSeconds(58));
        await rig.PassAsync(TimeSpan.FromSeconds(4));
        await rig.ConvergedAsync();
        Assert.Equal(rig.Oracle.Of(rig.Panels[0].Panel, "charity-02").Digest, rig.Panels[0].Card.Read().Digest);
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(SeedAndOutage))]
    public async Task F53_PowerReturns_WhatShouldShowNowIsShownAndWhatWasMissedIsNot(int seed, string outage)
    {
        var missed = SlotText.From(SlotText.Hours("missed", "charity-07", 20, 21), new DateOnly(2026, 9, 5), new DateOnly(2026, 9, 5));
        await using var rig = await StartAsync(seed, [.. Day, missed]);
        await rig.ConvergedAsync();
        await rig.StopAsync();
        foreach (var panel in rig.Panels)
        {
            panel.Card.PowerCycle();
        }

        rig.SiteTime.AdjustTime(SiteRig.Morning + TimeSpan.Parse(outage, null));
        await rig.StartAsync();
        await rig.ConvergedAsync();
        await rig.PassAsync(TimeSpan.FromSeconds(30));
        foreach (var panel in rig.Panels)
        {
            var never = rig.Oracle.Of(panel.Panel, "charity-07").Digest;
            Assert.DoesNotContain(rig.History.Events.OfType<CardTook>(), took => took.Panel == panel.Id && took.Holds == never);
        }

        await rig.CheckAsync();
    }

    // Nothing is drawn by lot: the table is the fault. The seed only stands in the message.
    [Theory]
    [MemberData(nameof(WrongClocks))]
    public async Task F50_ClockIsWrongAtStart_NoDatedSlotIsShownUntilItIsSet(string what, string start)
    {
        var dated = SlotText.From(SlotText.Hours("dated", "charity-04", 0, 24), new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30));
        await using var rig = await StartAsync(1, [SlotText.Base("charity-09"), dated], DateTimeOffset.Parse(start, null));
        await rig.ConvergedAsync();
        Assert.True(rig.Oracle.Of(rig.Panels[0].Panel, "charity-09").Digest == rig.Panels[0].Card.Read().Digest, what);
        await rig.SetClockAsync(SiteRig.Morning);
        await rig.ConvergedAsync();
        Assert.True(rig.Oracle.Of(rig.Panels[0].Panel, "charity-04").Digest == rig.Panels[0].Card.Read().Digest, what);
        await rig.CheckAsync();
    }

    // Nothing is drawn by lot either: every quarter of an hour of each night is walked through.
    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T00:20:00Z", "the hour that comes twice")]
    [InlineData("Europe/Berlin", "2026-03-29T00:20:00Z", "the hour that is left out")]
    [InlineData("Asia/Shanghai", "2028-02-28T15:50:00Z", "into the leap day")]
    [InlineData("Asia/Shanghai", "2026-12-31T15:50:00Z", "into the new year")]
    public async Task F54_SiteRunsThroughAnOddNight_EverySlotIsShownInItsWindow(string zone, string start, string what)
    {
        Slot[] night =
        [
            SlotText.Base("charity-09"),
            SlotText.Hours("late", "charity-01", 23, 24) with { Time = new SlotTime(new DailyRange(new TimeOnly(23, 30), TimeOnly.MinValue)) },
            SlotText.Hours("early", "charity-02", 0, 1),
            SlotText.Hours("odd", "charity-03", 2, 3) with { Time = new SlotTime(new DailyRange(new TimeOnly(2, 15), new TimeOnly(2, 45))) },
            SlotText.From(SlotText.Hours("leap", "charity-04", 1, 2, Priority.Urgent), new DateOnly(2028, 2, 29), new DateOnly(2028, 2, 29)),
        ];
        await using var rig = await StartAsync(1, night, DateTimeOffset.Parse(start, null), zone: zone);
        await rig.ConvergedAsync();
        for (var quarter = 0; quarter < 16; quarter++)
        {
            // Up to just before and just past every quarter of an hour.
            var next = new DateTimeOffset(((rig.SiteTime.GetUtcNow().Ticks / (15 * TimeSpan.TicksPerMinute)) + 1) * 15 * TimeSpan.TicksPerMinute, TimeSpan.Zero);
            await rig.SetClockAsync(next.AddMilliseconds(-1));
            await rig.ConvergedAsync(TimeSpan.Zero);
            await rig.SetClockAsync(next);
            await rig.ConvergedAsync(TimeSpan.Zero);
        }

        Assert.True(rig.History.Events.OfType<CardTook>().Any(took => took.Panel == "gate"), $"{what}: nothing was shown");
        await rig.CheckAsync();
    }

    private static async Task<SiteRig> StartAsync(int seed, Slot[] slots, DateTimeOffset? start = null, bool quartz = false, string zone = "Asia/Shanghai")
    {
        var rig = new SiteRig(seed, start: start, zone: zone) { Slots = slots, Quartz = quartz };
        rig.AddPanel("gate", "160x16x1");
        rig.AddPanel("hall", "128x16x1");
        await rig.StartAsync();
        return rig;
    }
}
