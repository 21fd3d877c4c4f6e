using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>What a card said of itself, and in which ways that is not what was expected.</summary>
/// <param name="Reading">What it said; null when it said nothing.</param>
/// <param name="Complaints">One line for each difference; empty when all fits.</param>
public sealed record ProbeResult(PanelReading? Reading, IReadOnlyList<string> Complaints);

/// <summary>Asks a card what it is and holds the answer against what a panel is said to be: face, colour, type, screen parameters (屏参).</summary>
/// <param name="fleet">Reaches cards.</param>
public sealed class PanelProbe(PanelFleet fleet)
{
    /// <summary>Everything that keeps a panel from being enrolled beside others, without asking its card; null when nothing does.</summary>
    public string? Complaint(Panel panel, IReadOnlyList<Panel> others) => fleet.Rules.Complaint(panel) ?? fleet.Rules.Conflict(panel, others);

    /// <summary>Asks the card.</summary>
    public async Task<ProbeResult> AskAsync(Panel panel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (fleet.Rules.Complaint(panel) is { } complaint)
        {
            return new ProbeResult(null, [complaint]);
        }

        var done = await fleet.AskAsync(panel, new PanelCommand.Ping(), cancellationToken).ConfigureAwait(false);
        if (done.Outcome == PanelOutcome.Unsupported)
        {
            // A protocol without a question has no answer to compare.
            return new ProbeResult(null, []);
        }

        return done.Outcome != PanelOutcome.Accepted || done.Reading is null
            ? new ProbeResult(done.Reading, [Words.CardSilent.With(OutcomeWords.Of(done))])
            : new ProbeResult(done.Reading, [.. Differences(panel, done.Reading)]);
    }

    private IEnumerable<string> Differences(Panel panel, PanelReading card)
    {
        if (card.ScreenConfigured == false)
        {
            yield return Words.NoScreenParameters;
        }

        if (card.Face is { } face && face.Size != panel.Face.Size)
        {
            yield return Words.OtherSize.With(face, panel.Face);
        }

        if (card.Face is { } lit && lit.Colour != panel.Face.Colour)
        {
            yield return Words.OtherColour.With(lit, panel.Face);
        }

        if (card.DeviceType is { } type && fleet.Rules.Profile(panel)?.Settings.GetValueOrDefault("deviceType") is { } expected && !string.Equals(type, expected, StringComparison.OrdinalIgnoreCase))
        {
            yield return Words.OtherType.With(type, expected, panel.ProfileId);
        }
    }
}
