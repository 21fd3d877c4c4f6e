using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>
/// What one panel needs next: what is wanted is compared with what there is reason to believe is lit. Waits for nothing and asks nobody; moments
/// are counted from the start of its worker.
/// <code>
///                  wanted show, accepted                    refresh due, or silence
///   unknown ──────────────────────────► show is lit ───────────────────────────────► unknown
///      │  ▲                                                                             ▲
///      │  └─ no answer: again after a growing pause                                     │
///      └── blanked, or the card refused the show ──► dark ── released, or a minute later ┘
/// </code>
/// </summary>
/// <param name="pause">How long to wait after failures.</param>
/// <param name="timing">How often a card is looked after.</param>
/// <param name="answers">False for a card that never answers: it is not pinged.</param>
/// <param name="readBack">How often it is asked for its pixels; null for a card that hands back none.</param>
internal sealed class PanelCare(RetryPause pause, ProfileTiming timing, bool answers, ReadBackRules? readBack = null)
{
    private static readonly TimeSpan Never = TimeSpan.MaxValue;
    private Approved<Show>? _show;
    private bool _blanked;
    private bool _refused;
    private Glass _glass = Glass.Unknown;
    private int _failures;
    private TimeSpan _tryAt;
    private TimeSpan _againAt = Never;
    private TimeSpan _pingAt = Never;
    private TimeSpan _readAt = Never;

    private enum Glass
    {
        Unknown,
        Show,
        Dark,
    }

    /// <summary>The show that is wanted; null before the first.</summary>
    public Approved<Show>? Show => _show;

    /// <summary>True while a blank keeps the panel dark.</summary>
    public bool IsBlanked => _blanked;

    /// <summary>Takes a newer show; it ends every pause at once.</summary>
    public void Want(Approved<Show> show, TimeSpan now)
    {
        if (_show?.Value.Digest != show.Value.Digest)
        {
            (_refused, _failures, _tryAt) = (false, 0, now);
            _glass = _glass == Glass.Show ? Glass.Unknown : _glass;
        }

        _show = show;
    }

    /// <summary>Puts a blank over the show, or takes it away; either ends every pause at once.</summary>
    public void Blank(bool on, TimeSpan now)
    {
        if (on != _blanked)
        {
            (_blanked, _failures, _tryAt) = (on, 0, now);
        }
    }

    /// <summary>Something else happened to the card: nobody knows what is lit, and whatever is wanted is sent anew at once.</summary>
    public void Doubt(TimeSpan now) => (_glass, _failures, _tryAt) = (Glass.Unknown, 0, now);

    /// <summary>What is needed now, or how long nothing will be; null for as long as nobody says anything new.</summary>
    public (PanelNeed Need, TimeSpan? Wait) Next(TimeSpan now)
    {
        if (_show is null && !_blanked)
        {
            return (PanelNeed.Nothing, null);
        }

        var wanted = _blanked || _refused ? Glass.Dark : Glass.Show;
        if (_glass != wanted)
        {
            return now < _tryAt ? (PanelNeed.Nothing, _tryAt - now) : (wanted == Glass.Dark ? PanelNeed.Darken : PanelNeed.Light, null);
        }

        if (now >= _againAt)
        {
            return (_blanked ? PanelNeed.Darken : PanelNeed.Light, null);
        }

        if (wanted == Glass.Show && now >= _readAt)
        {
            return (PanelNeed.ReadBack, null);
        }

        var next = new[] { _againAt, _pingAt, wanted == Glass.Show ? _readAt : Never }.Min();
        return now >= _pingAt ? (PanelNeed.Ping, null) : (PanelNeed.Nothing, next == Never ? null : next - now);
    }

    /// <summary>Learns how an attempt ended.</summary>
    public void Done(PanelNeed need, PanelOutcome outcome, TimeSpan now)
    {
        var failed = outcome is PanelOutcome.NoAnswer or PanelOutcome.Garbled or PanelOutcome.Busy;
        var refused = outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported;
        if (failed || (need == PanelNeed.Darken && refused))
        {
            // A pause even after a refused blank: nothing is more wrong than words that stay lit, so it is tried until it works.
            _failures++;
            (_glass, _tryAt) = (Glass.Unknown, now + pause.After(_failures));
            return;
        }

        _failures = 0;
        _readAt = need is PanelNeed.Light or PanelNeed.ReadBack ? Later(now, ReadEvery) : _readAt;
        _pingAt = answers && timing.HeartbeatSeconds is { } heartbeat ? now + TimeSpan.FromSeconds(heartbeat) : Never;
        switch (need)
        {
            case PanelNeed.Light when refused:
                (_glass, _refused, _tryAt, _againAt) = (Glass.Unknown, true, now, now + RetryPause.AfterRefusal);
                break;
            case PanelNeed.Light:
                (_glass, _refused, _againAt) = (Glass.Show, false, Later(now, RefreshOf(_show!.Value)));
                break;
            case PanelNeed.Darken:
                _glass = Glass.Dark;
                _againAt = _refused && !_blanked ? _againAt : Later(now, Refresh);
                break;
        }
    }

    private TimeSpan? ReadEvery => readBack is { } rules ? TimeSpan.FromSeconds(rules.EverySeconds) : null;

    private TimeSpan? Refresh => timing.RefreshSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static TimeSpan Later(TimeSpan now, TimeSpan? wait) => wait is { } some ? now + some : Never;

    /// <summary>
    /// Sending again starts the loop anew. So the card gets two whole loops at least, and always a whole number of them: what stands at the end
    /// of a long loop is read as often as what stands at its beginning.
    /// </summary>
    private TimeSpan? RefreshOf(Show show)
    {
        if (Refresh is not { } refresh)
        {
            return null;
        }

        var loop = new LoopPlayer(show.Loop, show.Face.Size).Length;
        return loop * Math.Max(2, Math.Ceiling(refresh / loop));
    }
}
