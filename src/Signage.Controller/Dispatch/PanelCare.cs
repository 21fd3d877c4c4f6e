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
///
///   lit or dark, but what is read back or reported speaks against it ──► told anew at once, then after ever longer pauses until it is right
/// </code>
/// While it is doubted it is asked on: a card that is right again needs nothing more.
/// </summary>
/// <param name="pause">How long to wait after failures.</param>
/// <param name="timing">How often a card is looked after.</param>
/// <param name="answers">False for a card that never answers: it is not pinged.</param>
/// <param name="readBack">How often it is asked for its pixels; null for a card that hands back none.</param>
internal sealed class PanelCare(RetryPause pause, ProfileTiming timing, bool answers, ReadBackRules? readBack = null)
{
    private static readonly TimeSpan Never = TimeSpan.MaxValue;

    // Whoever has just published wants to know whether it is really up.
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(3);
    private Approved<Show>? _show;
    private bool _blanked;
    private bool _refused;
    private Glass _glass = Glass.Unknown;
    private int _failures;
    private int _breaks;
    private int _doubts;
    private TimeSpan _litAt;
    private TimeSpan _doubtAt = Never;
    private TimeSpan _tryAt;
    private TimeSpan _againAt = Never;
    private TimeSpan _pingAt = Never;
    private TimeSpan _readAt = Never;
    private TimeSpan? _readIn;

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

    /// <summary>True while there is reason to believe that the wanted show is lit, and no blank takes it away.</summary>
    public bool IsLit => _glass == Glass.Show && !_blanked;

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

    /// <summary>How often the same was sent again on evidence since it was right.</summary>
    public int Doubts => _doubts;

    /// <summary>What the card reports or hands back is not what it was told. It is told anew: at once the first time, then after ever longer pauses.</summary>
    public void Refute(TimeSpan now)
    {
        if (_glass == Glass.Unknown || _doubtAt != Never)
        {
            return;
        }

        // Words that must not be lit are taken away as soon as may be; only a show that is sent again may wear storage.
        _doubtAt = now + (_glass == Glass.Dark && _doubts > 0 ? pause.After(_doubts) : pause.AfterDoubts(_doubts));
        _doubts++;
    }

    /// <summary>What the card reports or hands back is what it was told. A report alone says nothing where pixels can be had.</summary>
    public void Confirm(PanelNeed by, TimeSpan now)
    {
        if (by == PanelNeed.ReadBack)
        {
            (_doubts, _doubtAt) = (0, Never);
        }
        else if (readBack is null || _glass == Glass.Dark)
        {
            // A report proves no light; what waits to be told anew is told now, and acknowledged again.
            (_doubts, _doubtAt) = (0, _doubtAt == Never ? Never : now);
        }
    }

    /// <summary>Once, the next picture is asked for at another time than usual after this one.</summary>
    public void ReadIn(TimeSpan wait) => _readIn = wait;

    /// <summary>What was lit broke off by itself.</summary>
    public void Broke(PanelOutcome outcome, TimeSpan now)
    {
        if (outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported)
        {
            Done(PanelNeed.Light, outcome, now);
            return;
        }

        Lose(now);
    }

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

        if (now >= _doubtAt)
        {
            return (wanted == Glass.Dark ? PanelNeed.Darken : PanelNeed.Light, null);
        }

        if (now >= _againAt)
        {
            return (_blanked ? PanelNeed.Darken : PanelNeed.Light, null);
        }

        if (wanted == Glass.Show && now >= _readAt)
        {
            return (PanelNeed.ReadBack, null);
        }

        var next = new[] { _againAt, _doubtAt, _pingAt, wanted == Glass.Show ? _readAt : Never }.Min();
        return now >= _pingAt ? (PanelNeed.Ping, null) : (PanelNeed.Nothing, next == Never ? null : next - now);
    }

    /// <summary>Learns how an attempt ended.</summary>
    public void Done(PanelNeed need, PanelOutcome outcome, TimeSpan now)
    {
        var failed = outcome is PanelOutcome.NoAnswer or PanelOutcome.Garbled or PanelOutcome.Busy;
        var refused = outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported;
        if (need == PanelNeed.ReadBack && outcome is PanelOutcome.Garbled or PanelOutcome.Busy)
        {
            // It is there, only its picture is not to be had: that is no reason to light anew at the pace of the questions.
            _readAt = Later(now, ReadEvery);
            if (outcome == PanelOutcome.Garbled)
            {
                Refute(now);
            }

            return;
        }

        if (failed && need is PanelNeed.Ping or PanelNeed.ReadBack)
        {
            Lose(now);
            return;
        }

        _doubtAt = need is PanelNeed.Light or PanelNeed.Darken ? Never : _doubtAt;
        if (failed || (need == PanelNeed.Darken && refused))
        {
            // A pause even after a refused blank: nothing is more wrong than words that stay lit, so it is tried until it works.
            _failures++;
            (_glass, _tryAt) = (Glass.Unknown, now + pause.After(_failures));
            return;
        }

        _failures = 0;
        _readAt = need switch
        {
            PanelNeed.Light => Later(now, ReadEvery < SoonEnough ? ReadEvery : ReadEvery is null ? null : SoonEnough),
            PanelNeed.ReadBack => Later(now, _readIn ?? ReadEvery),
            _ => _readAt,
        };
        _readIn = need == PanelNeed.ReadBack ? null : _readIn;
        _pingAt = answers && timing.HeartbeatSeconds is { } heartbeat ? now + TimeSpan.FromSeconds(heartbeat) : Never;
        switch (need)
        {
            case PanelNeed.Light when refused:
                (_glass, _refused, _tryAt, _againAt) = (Glass.Unknown, true, now, now + RetryPause.AfterRefusal);
                break;
            case PanelNeed.Light:
                (_glass, _refused, _againAt, _litAt) = (Glass.Show, false, Later(now, RefreshOf(_show!.Value)), now);
                break;
            case PanelNeed.Darken:
                _glass = Glass.Dark;
                _againAt = _refused && !_blanked ? _againAt : Later(now, Refresh);
                break;
        }
    }

    /// <summary>
    /// Nobody knows what is lit. A card that takes every show and is lost again each time is left alone for longer and longer; one that stood for longer than the
    /// longest pause begins anew.
    /// </summary>
    private void Lose(TimeSpan now)
    {
        _breaks = now - _litAt > RetryPause.Longest ? 1 : _breaks + 1;
        (_glass, _tryAt, _doubtAt) = (Glass.Unknown, now + pause.After(_breaks), Never);
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
