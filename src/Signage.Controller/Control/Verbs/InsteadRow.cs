using System.Text.Json.Nodes;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;

namespace Signage.Controller.Control.Verbs;

/// <summary>A row of <c>plan</c> whose words may not be lit: what is lit is told as playing, what was refused as refused.</summary>
internal static class InsteadRow
{
    /// <summary>Tells it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="bound">What was decided.</param>
    /// <param name="instead">What is lit in the place of the loop; empty when the panel stays dark.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="zone">Site time.</param>
    public static void Tell(JsonObject row, BoundDecision bound, IReadOnlyList<LoopItem> instead, Panel panel, TimeZoneInfo zone)
    {
        var slots = DecisionWords.SlotsOf(instead);
        row["sentence"] = DecisionWords.Refused(bound.Decision, instead, panel.Name, zone) + (PolicyWords.WhyPaused(bound) is { } paused ? $" {paused}" : "");
        row["refused"] = true;
        row["instead"] = ControlAnswers.List(instead.Select(item => $"{item.Revision.ItemId} {item.Revision.Text}"));
        row["insteadBy"] = ControlAnswers.List(slots);
        row["lost"] = ControlAnswers.List(bound.Decision.Lost.Except(slots, StringComparer.Ordinal));
    }
}
