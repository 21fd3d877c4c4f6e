using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Signage.Storage.Tests;

/// <summary>A small site in which every optional value is set somewhere and absent somewhere.</summary>
internal static class SampleSite
{
    private static readonly Revision[] NoItems = [];   // a list prints as its type, so it is told apart

    private static readonly PanelId[] NoPanels = [];

    public static Panel Gate { get; } = new(new PanelId("gate-east"), "东门", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), new Uri("serial:/dev/ttyUSB0?baud=57600"));

    public static Panel Hall { get; } = new(new PanelId("hall"), "大厅", "onbon/bx-6q2", PanelFace.Parse("192x96xrgb"), new Uri("tcp://192.0.2.7:5005"));

    public static Programme Charity { get; } = new(
        "charity",
        [new Revision("b", "第二条　在前。"), new Revision("a", "𠮷祥")],
        new ShowStyle(Effect.ContinuousLeft, TimeSpan.FromTicks(123_457), TimeSpan.FromSeconds(7)),
        Keep: true);

    public static Programme Plain { get; } = new("plain", [new Revision("x", "慈善")], ShowStyle.Automatic);

    public static Slot Night { get; } = new(
        "night", "charity", [Hall.Id, Gate.Id], new SlotTime(new DailyRange(new TimeOnly(22, 0), new TimeOnly(6, 30)), new DateOnly(2026, 1, 1), new DateOnly(2028, 2, 29)) { Days = Signage.Core.Calendars.DayRule.Parse("work & !day:春节-3") }, Priority.Urgent);

    public static Slot Dusk { get; } = new("dusk", "plain", [Gate.Id], new SlotTime(DailyTimes.Parse("06:30-09:00,sunset-15m-22:00,23:00-00:30")));

    public static Slot Festival { get; } = new(
        "festival",
        "plain",
        [Gate.Id],
        SlotTime.Always with { Begins = new DateTimeOffset(2026, 9, 5, 8, 0, 0, TimeSpan.FromHours(8)), Ends = new DateTimeOffset(2026, 9, 5, 11, 30, 0, 1, TimeSpan.FromHours(8)) })
    {
        Tags = Tags.Parse("临街 户外"),
        Share = 12,
        Joins = true,
    };

    public static Slot Always { get; } = new("always", "plain", [], SlotTime.Always);

    public static Slot Dark { get; } = new("dark", "", [], SlotTime.Always, Priority.Blank);

    public static SloganApproval Owner { get; } =
        SloganApproval.Of(new Revision("x", "慈善"), "业主", new DateTimeOffset(2026, 11, 23, 16, 42, 13, 17, TimeSpan.FromHours(8)));

    public static SiteContents All { get; } = new([Gate, Hall], [Charity, Plain], [Always, Dark, Dusk, Night]) { Approvals = [Owner] };

    /// <summary>Contents as text, lists included, so that two can be compared.</summary>
    public static string Tell(SiteContents contents) => string.Join(
        '\n',
        [
            .. contents.Panels.Select(panel => panel.ToString()),
            .. contents.Programmes.Select(item => $"{item with { Items = NoItems }} {item.Style.Step?.Ticks} {string.Join('/', item.Items)}"),
            .. contents.Slots.Select(slot => $"{slot with { Panels = NoPanels }} {string.Join('/', slot.Panels)}"),
            .. contents.Approvals.Select(approval => approval.ToString()),
        ]);
}
