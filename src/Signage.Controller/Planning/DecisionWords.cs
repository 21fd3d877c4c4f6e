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
        decision.Until is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : Words.PlanNeverEnds;

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
}
