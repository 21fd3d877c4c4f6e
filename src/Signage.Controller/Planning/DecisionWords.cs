using System.Globalization;
using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Controller.Planning;

/// <summary>A decision as a sentence: what, why, until when, and who lost.</summary>
internal static class DecisionWords
{
    /// <summary>The sentence, in Chinese with English beside each part.</summary>
    public static string Of(Decision decision, string panelName, TimeZoneInfo zone)
    {
        var until = Until(decision, zone);
        var why = string.Join(", ", decision.Why);
        var told = decision.Level switch
        {
            null => Words.PlanEmpty.With(panelName, until),
            Priority.Blank => Words.PlanDark.With(panelName, why, until),
            { } level => Words.PlanPlays.With(panelName, decision.Loop.Select(item => item.Revision).Distinct().Count(), Level(level), why, until),
        };
        var replaced = decision.Lost.Skip(decision.Crowded).ToArray();
        return told
            + (replaced.Length > 0 ? Words.PlanReplaces.With(string.Join(", ", replaced)) : "")
            + (decision.Crowded > 0 ? Words.PlanCrowds.With(Arbiter.MostInLoop, decision.Crowded) : "");
    }

    /// <summary>Until when a decision holds, as people of the site read it.</summary>
    public static string Until(Decision decision, TimeZoneInfo zone) =>
        decision.Until is not { } at ? Words.PlanNeverEnds
        : decision.AtLeast ? Words.PlanAtLeast.With(Moment(at, zone))
        : Moment(at, zone);

    /// <summary>A decision whose words may not be lit: what is lit in their place, or that nothing is.</summary>
    public static string Refused(Decision decision, IReadOnlyList<LoopItem> instead, string panelName, TimeZoneInfo zone)
    {
        var (slots, until) = (SlotsOf(instead), Until(decision, zone));
        var refused = string.Join(", ", decision.Why.Except(slots, StringComparer.Ordinal));
        var replaced = decision.Lost.Skip(decision.Crowded).Except(slots, StringComparer.Ordinal).ToArray();
        return (instead.Count > 0
                ? Words.PlanInstead.With(panelName, instead.Select(item => item.Revision).Distinct().Count(), string.Join(", ", slots), refused, until)
                : Words.PlanRefused.With(panelName, refused, until))
            + (replaced.Length > 0 ? Words.PlanReplaces.With(string.Join(", ", replaced)) : "");
    }

    /// <summary>The slots of some items, each once.</summary>
    public static string[] SlotsOf(IEnumerable<LoopItem> items) => [.. items.Select(item => item.SlotId).Distinct(StringComparer.Ordinal)];

    /// <summary>The word for a priority.</summary>
    public static string Level(Priority priority) => priority switch
    {
        Priority.Base => Words.PriorityBase,
        Priority.Community => Words.PriorityCommunity,
        Priority.Centre => Words.PriorityCentre,
        Priority.Technician => Words.PriorityTechnician,
        Priority.Urgent => Words.PriorityUrgent,
        Priority.Emergency => Words.PriorityEmergency,
        _ => Words.PriorityBlank,
    };

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
