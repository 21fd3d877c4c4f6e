using Signage.Controller.Blanking;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Review;
using Signage.Core.Shows;

namespace Signage.Controller.Scheduling;

/// <summary>
/// One round: for every panel decide, render, ask the gate, and post what its worker does not hold yet. Idempotent: twice or late does no harm, and a
/// round without a change causes no traffic. What goes wrong with one panel is that panel's trouble only.
/// </summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="door">Turns decisions into approved shows.</param>
/// <param name="fleet">Takes approved shows.</param>
/// <param name="board">Where states stand.</param>
/// <param name="blanks">Which panels must be dark.</param>
public sealed class Reconciler(SiteBook book, ShowDoor door, PanelFleet fleet, PanelBoard board, IBlankSwitch blanks)
{
    private readonly Decisions _decisions = new();
    private (SitePicture Picture, IReadOnlyDictionary<PanelId, string> Found)? _conflicts;

    /// <summary>Runs a round.</summary>
    /// <param name="now">Site time.</param>
    /// <param name="cancellationToken">Gives up before anything was posted.</param>
    /// <returns>The next instant at which the plan may change; null when there is none.</returns>
    public async Task<DateTimeOffset?> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var picture = await book.NewestAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (panel, decision) in _decisions.At(picture, now))
        {
            try
            {
                Settle(panel, decision, picture);
                Age(panel, now);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                fleet.Record.Broken(panel, failure);
            }
        }

        return _decisions.Until;
    }

    /// <summary>Panels may have come with a file, or from an older version, and then nobody asked when they were enrolled.</summary>
    private string? Conflict(Panel panel, SitePicture picture)
    {
        if (_conflicts is not { } known || !ReferenceEquals(known.Picture, picture))
        {
            _conflicts = known = (picture, fleet.Rules.Conflicts(picture.Panels));
        }

        return known.Found.GetValueOrDefault(panel.Id);
    }

    private void Settle(Panel panel, Decision decision, SitePicture picture)
    {
        if ((fleet.Rules.Complaint(panel) ?? Conflict(panel, picture)) is { } complaint)
        {
            board.Change(panel, state => state with { Decision = decision, Troubles = state.Troubles with { Sending = complaint } });
            return;
        }

        var (approved, refusal) = blanks.Covers(panel.Id)
            ? (door.Dark(panel, fleet.Rules.Profile(panel)!), Words.Blanked)
            : door.Pass(decision, panel, fleet.Rules.Profile(panel)!);
        board.Change(panel, state => Next(state, decision, approved.Value, refusal));
        if (fleet.Holds(panel) != approved.Value.Digest && fleet.Post(panel, approved) is { } unreachable)
        {
            board.Change(panel, state => state with { Troubles = state.Troubles with { Sending = unreachable } });
        }
    }

    private void Age(Panel panel, DateTimeOffset now)
    {
        if (fleet.Rules.Profile(panel) is { } profile)
        {
            board.Change(panel, state => PanelAgeing.At(state, profile, now));
        }
    }

    private static PanelState Next(PanelState state, Decision decision, Show show, string? refusal) => state.Truth.Desired == show.Digest
        ? state with { Desired = state.Desired ?? show, Decision = decision, Refusal = refusal }
        : state with
        {
            Truth = state.Truth with { Desired = show.Digest },
            Desired = show,
            Decision = decision,
            Outcome = null,
            Refusal = refusal,
            Pixels = null,
            SightedAt = null,
            Objections = state.Objections with { Pixels = null },

            // What a card said to the older show says nothing about this one; that it cannot be reached is true of both.
            Troubles = PanelTroubles.None with { Asking = state.Troubles.Asking, Darkening = state.Troubles.Darkening, Sending = state.Reached == false ? state.Troubles.Sending : null },
        };
}
