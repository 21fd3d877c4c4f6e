using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Year.Tests.Oracle;

/// <summary>Which policies bind a panel at an instant, and what they ask for together, reckoned from docs/policies.md alone: goes through all of them, every time.</summary>
/// <param name="policies">The policies as they were written.</param>
/// <param name="open">Days and times.</param>
internal sealed class PolicyReading(IReadOnlyList<PolicyEntry> policies, OpenSlots open)
{
    private readonly SlotEntry[] _hours = [.. policies.Select(policy => new SlotEntry(policy.Id, Times: policy.Times, Days: policy.Days ?? (policy.Kind == "memorial" ? "day:国家公祭日" : null)))];

    /// <summary>The policies that bind.</summary>
    public IReadOnlyList<PolicyEntry> Binding(DateTimeOffset instant, Panel panel)
    {
        var now = open.At(instant, _hours);
        return [.. policies.Where((policy, at) => now[at] && IsMeant(policy, panel))];
    }

    /// <summary>True when nothing but a warning, or nothing at all, may be lit.</summary>
    public static bool IsQuiet(IEnumerable<PolicyEntry> binding, bool isWarning) => binding.Any(policy => policy.Kind == "quiet" && (policy.Strict == true || !isWarning));

    /// <summary>The most per cent.</summary>
    public static int Percent(IEnumerable<PolicyEntry> binding) => binding.Where(policy => policy.Kind == "brightness").Select(policy => policy.Percent!.Value).DefaultIfEmpty(100).Min();

    /// <summary>True when people mourn.</summary>
    public static bool Mourns(IEnumerable<PolicyEntry> binding) => binding.Any(policy => policy.Kind == "memorial");

    /// <summary>True when a slot is left while people mourn.</summary>
    public static bool IsLeft(IEnumerable<PolicyEntry> binding, Slot slot, Tone tone, PanelFace face) =>
        slot.Priority is Priority.Emergency or Priority.Blank || tone == Tone.Solemn
        || (tone == Tone.Plain && face.Colour is ColourAbility.Seven or ColourAbility.Full && !binding.Any(policy => policy.Kind == "memorial" && policy.Strict == true));

    /// <summary>The colour in which words are lit that a red pixel would be lit in otherwise.</summary>
    public static LedColour Sober(PanelFace face) => face.Colour switch
    {
        ColourAbility.Single => new LedColour(255, 0, 0),
        ColourAbility.Dual => new LedColour(255, 255, 0),
        ColourAbility.Seven => new LedColour(255, 255, 255),
        _ => new LedColour(160, 160, 160),
    };

    private static bool IsMeant(PolicyEntry policy, Panel panel)
    {
        var (panels, tags) = (policy.Panels ?? [], policy.Tags ?? []);
        return (panels.Count == 0 && tags.Count == 0) || panels.Contains(panel.Id.Value) || tags.Any(tag => panel.Tags.All.Contains(tag));
    }
}
