using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>What a card said of itself, and in which ways that is not what was expected.</summary>
/// <param name="Reading">What it said; null when it said nothing.</param>
/// <param name="Complaints">One line for each difference; empty when nothing speaks against it.</param>
public sealed record ProbeResult(PanelReading? Reading, IReadOnlyList<string> Complaints)
{
    /// <summary>Why the card could not be asked at all, so that nothing speaks for it either; null when it was asked.</summary>
    public string? Unverifiable { get; init; }

    /// <summary>Whether the card is what it is said to be; null when nobody can know.</summary>
    public bool? Fits => Complaints.Count > 0 ? false : Unverifiable is null ? true : null;
}

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
            // A protocol without a question has no answer to compare: that is no match.
            return new ProbeResult(null, []) { Unverifiable = OutcomeWords.Of(done) };
        }

        return done.Outcome != PanelOutcome.Accepted ? new ProbeResult(done.Reading, [Words.CardSilent.With(OutcomeWords.Of(done))])
            : done.Reading is null ? new ProbeResult(null, []) { Unverifiable = done.Detail ?? Words.SaysNothing }
            : new ProbeResult(done.Reading, [.. Differences(panel, done.Reading)]);
    }

    private IEnumerable<string> Differences(Panel panel, PanelReading card)
    {
        foreach (var difference in CardFit.Differences(panel, card))
        {
            yield return difference;
        }

        if (card.DeviceType is { } type && fleet.Rules.Profile(panel)?.Settings.GetValueOrDefault("deviceType") is { } expected && !string.Equals(type, expected, StringComparison.OrdinalIgnoreCase))
        {
            yield return Words.OtherType.With(type, expected, panel.ProfileId);
        }
    }
}
