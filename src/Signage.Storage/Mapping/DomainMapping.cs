using Signage.Core.Alerts;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Truth;
using Signage.Storage.Rows;

namespace Signage.Storage.Mapping;

/// <summary>The words of the domain to rows.</summary>
internal static class DomainMapping
{
    public static PanelRow ToRow(this Panel panel) => new()
    {
        Id = panel.Id.Value,
        Name = panel.Name,
        ProfileId = panel.ProfileId,
        Face = panel.Face.ToString(),
        Endpoint = panel.Endpoint.OriginalString,
        Tags = Text(panel.Tags),
    };

    public static ProgrammeRow ToRow(this Programme programme) => new()
    {
        Id = programme.Id,
        Effect = programme.Style.Effect,
        StepTicks = programme.Style.Step?.Ticks,
        StayTicks = programme.Style.Stay?.Ticks,
        Keep = programme.Keep,
        Tone = programme.Tone,
        Items = [.. programme.Items.Select((item, index) => new ProgrammeItemRow { Position = index, ItemId = item.ItemId, Text = item.Text })],
    };

    public static SlotRow ToRow(this Slot slot) => new()
    {
        Id = slot.Id,
        ProgrammeId = string.IsNullOrEmpty(slot.ProgrammeId) ? null : slot.ProgrammeId,
        From = slot.Time.Daily.OneByTheClock?.From ?? TimeOnly.MinValue,
        Until = slot.Time.Daily.OneByTheClock?.Until ?? TimeOnly.MinValue,
        Times = slot.Time.Daily.OneByTheClock is null ? slot.Time.Daily.ToString() : null,
        FirstDay = slot.Time.FirstDay,
        LastDay = slot.Time.LastDay,
        Days = slot.Time.Days is DayRule.Always ? null : slot.Time.Days.ToString(),
        Priority = slot.Priority,
        Tags = Text(slot.Tags),
        Share = slot.Share,
        Joins = slot.Joins,
        Begins = slot.Time.Begins,
        Ends = slot.Time.Ends,
        Panels = [.. slot.Panels.Select((panel, index) => new SlotPanelRow { PanelId = panel.Value, Position = index })],
    };

    public static ApprovalRow ToRow(this SloganApproval approval) => new()
    {
        ItemId = approval.ItemId,
        Digest = approval.RevisionDigest.Hex,
        ApprovedBy = approval.ApprovedBy,
        Text = approval.Text,
        ApprovedAt = approval.ApprovedAt,
    };

    public static AlertRow ToRow(this AlertRecord alert) => new()
    {
        Name = alert.Name,
        Sent = alert.Sent,
        Document = alert.Document,
        TakenBy = alert.TakenBy,
        TakenAt = alert.TakenAt,
        ApprovedBy = alert.Approved?.By,
        ApprovedAt = alert.Approved?.At,
        ClearedBy = alert.Cleared?.By,
        ClearedAt = alert.Cleared?.At,
    };

    public static void CopyTo(this FlashRecord record, FlashRow row)
    {
        row.Writes = record.Writes;
        row.LastDay = record.LastDay;
        row.LastDayWrites = record.LastDayWrites;
        row.ItemId = record.Holds?.ProgrammeId;
        row.Digest = record.Holds?.Digest?.Hex;
        row.Mark = record.Holds?.Mark;
        row.StoredAt = record.Holds?.At;
    }

    public static void CopyTo(this PanelTruth truth, TruthRow row)
    {
        row.Desired = truth.Desired?.Hex;
        row.Sent = truth.Sent?.Hex;
        row.SeenEvidence = truth.Seen.Evidence;
        row.SeenDigest = truth.Seen.Digest?.Hex;
        row.SeenAt = truth.Seen.At;
    }

    private static string? Text(Tags tags) => tags.IsEmpty ? null : tags.ToString();
}
