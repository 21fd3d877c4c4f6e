using Signage.Controller.Blanking;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Controller.Timekeeping;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Text;

namespace Signage.Controller.Scheduling;

/// <summary>
/// One round: for every panel decide, render, ask the gate, and post what its worker does not hold yet. Idempotent: twice or late does no harm, and a
/// round without a change causes no traffic. What goes wrong with one panel is that panel's trouble only.
/// </summary>
/// <param name="book">What is enrolled and planned, as far as the clock is believed.</param>
/// <param name="door">Turns decisions into approved shows.</param>
/// <param name="fleet">Takes approved shows.</param>
/// <param name="board">Where states stand.</param>
/// <param name="blanks">Which panels must be dark.</param>
public sealed class Reconciler(ClockedBook book, ShowDoor door, PanelFleet fleet, PanelBoard board, IBlankSwitch blanks)
{
    private readonly Decisions _decisions = new();
    private readonly HashSet<PanelId> _dimmed = [];
    private readonly CardTimers _timers = new();
    private (SitePicture Picture, IReadOnlyDictionary<PanelId, string> Found)? _conflicts;

    /// <summary>Runs a round.</summary>
    /// <param name="now">Site time.</param>
    /// <param name="cancellationToken">Gives up before anything was posted.</param>
    /// <returns>The next instant at which plan, policies or a lease may change anything; null when there is none.</returns>
    public async Task<DateTimeOffset?> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var picture = await book.NewestAsync(now, cancellationToken).ConfigureAwait(false);
        foreach (var (panel, bound) in _decisions.At(picture, now))
        {
            try
            {
                Settle(panel, bound, picture, book.IsWhole ? _timers.Of(picture, panel, fleet.Rules.Profile(panel), now) : null);
                Age(panel, now);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                fleet.Record.Broken(panel, failure);
            }
        }

        return Earlier(_decisions.Until, book.Until);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    /// <summary>Panels may have come with a file, or from an older version, and then nobody asked when they were enrolled.</summary>
    private string? Conflict(Panel panel, SitePicture picture)
    {
        if (_conflicts is not { } known || !ReferenceEquals(known.Picture, picture))
        {
            _conflicts = known = (picture, fleet.Rules.Conflicts(picture.Panels));
        }

        return known.Found.GetValueOrDefault(panel.Id);
    }

    private void Settle(Panel panel, BoundDecision bound, SitePicture picture, CardTimer? timer)
    {
        var decision = bound.Decision;
        var complaint = fleet.Rules.Complaint(panel) ?? Conflict(panel, picture);
        if (complaint is not null && fleet.Holds(panel) is null)
        {
            board.Change(panel, state => state with { Decision = decision, Troubles = state.Troubles with { Sending = complaint } });
            return;
        }

        // A worker lights what it was given until it is given something else, long past the end of a slot. One that came into a conflict later lights nothing.
        var dark = blanks.Covers(panel.Id) ? Words.Blanked : complaint;
        var answer = dark is not null
            ? new DoorAnswer(door.Dark(panel, fleet.Rules.Profile(panel)!), dark, null)
            : door.Pass(bound, panel, fleet.Rules.Profile(panel)!);
        board.Change(panel, state => Next(state, decision, answer));
        var brightness = Brightness(panel, bound, picture);
        if (fleet.Holds(panel) != new PanelHolding(answer.Show.Value.Digest, brightness, timer) && fleet.Post(panel, answer.Show, brightness, timer) is { } unreachable)
        {
            // Nobody asked the card: what it had may still be lit.
            var darkening = blanks.Covers(panel.Id) ? Words.DarkeningUnconfirmed.With(unreachable) : null;
            board.Change(panel, state => state with { Reached = false, Troubles = state.Troubles with { Sending = unreachable, Darkening = darkening } });
        }
    }

    /// <summary>
    /// How bright a panel is to be, 1 to 100 percent; null leaves that to its card, where no policy ever speaks of it. One that did is brightened again when the last of them is taken away.
    /// </summary>
    private int? Brightness(Panel panel, BoundDecision bound, SitePicture picture)
    {
        if (picture.Policies.Dims(panel.Id))
        {
            _dimmed.Add(panel.Id);
        }

        return _dimmed.Contains(panel.Id) ? bound.Brightness : null;
    }

    private void Age(Panel panel, DateTimeOffset now)
    {
        if (fleet.Rules.Profile(panel) is { } profile)
        {
            board.Change(panel, state => PanelAgeing.At(state, profile, now));
        }
    }

    private static PanelState Next(PanelState state, Decision decision, DoorAnswer answer) => state.Truth.Desired == answer.Show.Value.Digest
        ? state with { Desired = state.Desired ?? answer.Show.Value, Decision = decision, Refusal = answer.Refusal, Ruling = answer.Ruling }
        : state with
        {
            Truth = state.Truth with { Desired = answer.Show.Value.Digest },
            Desired = answer.Show.Value,
            Decision = decision,
            Outcome = null,
            Refusal = answer.Refusal,
            Ruling = answer.Ruling,
            Pixels = null,
            SightedAt = null,
            Objections = state.Objections with { Pixels = null },

            // What a card said to the older show says nothing about this one; that it cannot be reached is true of both.
            Troubles = PanelTroubles.None with { Asking = state.Troubles.Asking, Darkening = state.Troubles.Darkening, Sending = state.Reached == false ? state.Troubles.Sending : null },
        };
}
