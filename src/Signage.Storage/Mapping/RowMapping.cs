using Signage.Core.Alerts;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Storage.Rows;

namespace Signage.Storage.Mapping;

/// <summary>Rows to the words of the domain. What was stored was valid then; a row that no longer is fails loudly rather than changing what is shown.</summary>
internal static class RowMapping
{
    public static Panel ToPanel(this PanelRow row) =>
        new(new PanelId(row.Id), row.Name, row.ProfileId, PanelFace.Parse(row.Face), new Uri(row.Endpoint)) { Tags = Tagged(row.Tags) };

    public static Programme ToProgramme(this ProgrammeRow row) => new(
        row.Id,
        [.. row.Items.OrderBy(item => item.Position).Select(item => new Revision(item.ItemId, item.Text))],
        new ShowStyle(row.Effect, Span(row.StepTicks), Span(row.StayTicks)),
        row.Keep)
    {
        Tone = row.Tone,
    };

    public static Slot ToSlot(this SlotRow row) => new(
        row.Id,
        row.ProgrammeId ?? "",
        [.. row.Panels.OrderBy(panel => panel.Position).Select(panel => new PanelId(panel.PanelId))],
        new SlotTime(row.Times is { } times ? DailyTimes.Parse(times) : new DailyRange(row.From, row.Until), row.FirstDay, row.LastDay)
        {
            Days = row.Days is { } rule ? DayRule.Parse(rule) : new DayRule.Always(),
            Begins = row.Begins,
            Ends = row.Ends,
        },
        row.Priority)
    {
        Tags = Tagged(row.Tags),
        Share = row.Share,
        Joins = row.Joins,
    };

    public static SloganApproval ToApproval(this ApprovalRow row) =>
        new(new RevisionDigest(row.Digest), row.ItemId, row.Text, row.ApprovedBy, row.ApprovedAt);

    public static AlertRecord ToAlert(this AlertRow row) => new(row.Name, row.Sent, row.Document, row.TakenBy, row.TakenAt)
    {
        Approved = row is { ApprovedBy: { } by, ApprovedAt: { } at } ? new AlertDeed(by, at) : null,
        Cleared = row is { ClearedBy: { } ender, ClearedAt: { } end } ? new AlertDeed(ender, end) : null,
    };

    public static PanelTruth ToTruth(this TruthRow row) =>
        new(Digest(row.Desired), Digest(row.Sent), new Seen(row.SeenEvidence, Digest(row.SeenDigest), row.SeenAt));

    public static FlashRecord ToFlash(this FlashRow row) =>
        new(row.Writes, row.LastDay, row.LastDayWrites, row.StoredAt is { } at ? new FlashPage(row.ItemId, Digest(row.Digest), row.Mark, at) : null);

    private static Tags Tagged(string? text) => text is null ? Tags.None : Tags.Parse(text);

    private static TimeSpan? Span(long? ticks) => ticks is { } count ? TimeSpan.FromTicks(count) : null;

    private static ShowDigest? Digest(string? hex) => hex is null ? null : new ShowDigest(hex);
}
