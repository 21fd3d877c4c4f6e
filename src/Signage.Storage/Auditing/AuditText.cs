using System.Globalization;
using Signage.Core.Alerts;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Text;

namespace Signage.Storage.Auditing;

/// <summary>What was changed, in a line that a person reads years later without this program. No secrets: endpoints stand without names and passwords.</summary>
internal static class AuditText
{
    /// <summary>A panel.</summary>
    public static string Of(Panel panel) => $"{panel.Id}: {panel.Name} {panel.ProfileId} {panel.Face} {EndpointText.Of(panel.Endpoint)} {panel.Tags}".TrimEnd();

    /// <summary>The words of a programme.</summary>
    public static string Of(Programme programme) => string.Join(" / ", programme.Items.Select(item => item.Text));

    /// <summary>A slot.</summary>
    public static string Of(Slot slot) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slot.Id}: {slot.ProgrammeId} {slot.Priority} {(slot.Panels.Count == 0 && slot.Tags.IsEmpty ? "*" : string.Join(',', slot.Panels))} {slot.Tags} {Of(slot.Time)} {slot.Share}{(slot.Joins ? "+" : "")}");

    /// <summary>A policy.</summary>
    public static string Of(Policy policy) => string.Create(
        CultureInfo.InvariantCulture, $"{policy.Id}: {policy.Owner} {Of(policy.Rule)} {string.Join(',', policy.Panels)} {policy.Tags} {Of(policy.Time)}");

    /// <summary>A message of a warning.</summary>
    public static string Of(AlertRecord alert) => $"{alert.Name}{(alert.Approved is { } approved ? $" approved by {approved.By}" : "")}: {alert.Document}";

    private static string Of(PolicyRule rule) => rule switch
    {
        PolicyRule.Quiet quiet => quiet.IsStrict ? "quiet, strict" : "quiet",
        PolicyRule.Brightness brightness => string.Create(CultureInfo.InvariantCulture, $"brightness {brightness.Percent} %"),
        PolicyRule.Road road => string.Create(CultureInfo.InvariantCulture, $"road, {road.Limit}"),
        PolicyRule.Memorial memorial => memorial.IsStrict ? "memorial, strict" : "memorial",
        _ => $"{rule.Kind}",
    };

    private static string Of(SlotTime time) => string.Create(
        CultureInfo.InvariantCulture, $"{time.FirstDay:yyyy-MM-dd}..{time.LastDay:yyyy-MM-dd} {time.Days} {time.Daily} {time.Begins:O}..{time.Ends:O}");
}
