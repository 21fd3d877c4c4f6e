using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Storage.Rows;

namespace Signage.Storage.Mapping;

/// <summary>Policies to rows and back. A row that is valid no longer fails loudly rather than binding less.</summary>
internal static class PolicyMapping
{
    public static PolicyRow ToRow(this Policy policy)
    {
        var road = (policy.Rule as PolicyRule.Road)?.Limit;
        return new PolicyRow
        {
            Id = policy.Id,
            Owner = policy.Owner,
            Kind = policy.Rule.Kind,
            IsStrict = policy.Rule is PolicyRule.Quiet { IsStrict: true } or PolicyRule.Memorial { IsStrict: true },
            Percent = (policy.Rule as PolicyRule.Brightness)?.Percent,
            StayTicks = road?.LeastStay.Ticks,
            StepTicks = road?.LeastStep.Ticks,
            MayMove = road?.MayMove ?? false,
            Times = policy.Time.Daily.ToString(),
            Days = policy.Time.Days is DayRule.Always ? null : policy.Time.Days.ToString(),
            Panels = policy.Panels.Count == 0 ? null : string.Join(' ', policy.Panels),
            Tags = policy.Tags.IsEmpty ? null : policy.Tags.ToString(),
            AddedBy = policy.AddedBy,
            AddedAt = policy.AddedAt,
        };
    }

    public static Policy ToPolicy(this PolicyRow row) => new(
        row.Id,
        row.Owner,
        Rule(row),
        new SlotTime(DailyTimes.Parse(row.Times)) { Days = row.Days is { } rule ? DayRule.Parse(rule) : new DayRule.Always() })
    {
        Panels = row.Panels is { } panels ? [.. panels.Split(' ').Select(panel => new PanelId(panel))] : [],
        Tags = row.Tags is { } tags ? Tags.Parse(tags) : Tags.None,
        AddedBy = row.AddedBy,
        AddedAt = row.AddedAt,
    };

    private static PolicyRule Rule(PolicyRow row) => row switch
    {
        { Kind: PolicyKind.Quiet } => new PolicyRule.Quiet(row.IsStrict),
        { Kind: PolicyKind.Memorial } => new PolicyRule.Memorial(row.IsStrict),
        { Kind: PolicyKind.Brightness, Percent: { } percent } => new PolicyRule.Brightness(percent),
        { Kind: PolicyKind.Road, StayTicks: { } stay, StepTicks: { } step } => new PolicyRule.Road(new MotionLimit(TimeSpan.FromTicks(stay), TimeSpan.FromTicks(step), row.MayMove)),
        _ => throw new FormatException(Words.PolicyUnreadable.With(row.Id)),
    };
}
