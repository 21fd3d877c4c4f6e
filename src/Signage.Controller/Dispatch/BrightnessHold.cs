using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>
/// The brightness that one card is held at: what is wanted is compared with what there is reason to believe the card has, in the card's own steps. Asks nobody and waits for nothing;
/// moments are counted from the start of its worker. Safe for several threads: the line asks at the last moment whether a show may leave.
/// </summary>
/// <param name="scale">How the card counts.</param>
/// <param name="takes">Whether it can be told at all.</param>
/// <param name="pause">How long to wait after what did not help.</param>
internal sealed class BrightnessHold(BrightnessScale scale, bool takes, RetryPause pause)
{
    // Whoever turns a card up and down all day is not fought every few seconds.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private readonly Lock _lock = new();
    private int? _percent;
    private int? _card;
    private int? _refused;
    private int? _tried;
    private bool _reports;
    private int _misses;
    private TimeSpan _missedAt;
    private TimeSpan _tryAt;

    /// <summary>Takes the percentage that is wanted, 1 to 100; null leaves the card alone from now on.</summary>
    public void Want(int? percent)
    {
        lock (_lock)
        {
            if (percent == _percent)
            {
                return;
            }

            // While it was left alone, anybody may have changed it.
            _card = _percent is null ? null : _card;
            (_percent, _misses, _tryAt) = (percent, 0, TimeSpan.Zero);
        }
    }

    /// <summary>True while some brightness is wanted of a card that takes it.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_lock)
            {
                return Wanted is not null;
            }
        }
    }

    /// <summary>A show is about to be sent: what was tried for the one before counts no longer.</summary>
    /// <param name="again">True when the card was sent it before, because it may have forgotten it. One that does not tell its brightness may have forgotten that too.</param>
    public void Sending(bool again)
    {
        lock (_lock)
        {
            _tried = null;
            _card = again && !_reports ? null : _card;
        }
    }

    /// <summary>True when the card has to be dimmed before a show may leave, and that was not tried yet. A card of unknown brightness may be at its brightest.</summary>
    public bool MustDimFirst
    {
        get
        {
            lock (_lock)
            {
                return Due is { } level && level != _tried && !(_card < level);
            }
        }
    }

    /// <summary>What the card has to be told now that its show was sent; null when nothing, or when that was tried just before.</summary>
    /// <param name="isDimmed">True for a card that reports a brightness of nothing, whatever it took before.</param>
    public PanelCommand.SetBrightness? AfterShow(bool isDimmed)
    {
        lock (_lock)
        {
            return (Due ?? (isDimmed ? Wanted : null)) is { } level && level != _tried ? Command : null;
        }
    }

    /// <summary>When a card that shows what it should has to be told: now, after a while, or null for not at all.</summary>
    public TimeSpan? DueIn(TimeSpan now)
    {
        lock (_lock)
        {
            return Due is null ? null : _tryAt > now ? _tryAt - now : TimeSpan.Zero;
        }
    }

    /// <summary>What the card is told: a step that is not brighter than wanted.</summary>
    public PanelCommand.SetBrightness? Command
    {
        get
        {
            lock (_lock)
            {
                return _percent is { } percent ? new PanelCommand.SetBrightness(percent) { AtMost = true } : null;
            }
        }
    }

    /// <summary>The card said how bright it is; nothing, which is darkness and not a brightness, is mended with the show.</summary>
    public void Heard(int? percent, TimeSpan now)
    {
        lock (_lock)
        {
            _reports |= percent is not null;
            if (percent is not > 0 || _percent is null)
            {
                return;
            }

            var level = scale.Level(percent.Value, atMost: false);
            var right = Wanted is { } wanted && scale.Percent(wanted) == percent;
            if (!right && _card is not null && _card == Wanted)
            {
                Miss(now);
            }

            _card = right ? Wanted : level;
        }
    }

    /// <summary>The card was told.</summary>
    /// <param name="told">What it was told.</param>
    /// <param name="outcome">How that ended.</param>
    /// <param name="now">The moment.</param>
    public void Told(PanelCommand.SetBrightness told, PanelOutcome outcome, TimeSpan now)
    {
        lock (_lock)
        {
            _tried = scale.Level(told.Percent, atMost: true);
            switch (outcome)
            {
                case PanelOutcome.Accepted or PanelOutcome.SentUnverified:
                    (_card, _refused) = (_tried, null);
                    break;
                case PanelOutcome.Rejected or PanelOutcome.Unsupported:
                    // Asking the same again changes nothing.
                    _refused = _tried;
                    break;
                default:
                    _card = null;
                    Miss(now);
                    break;
            }
        }
    }

    /// <summary>The card was lost: it may come back at any brightness.</summary>
    public void Lost()
    {
        lock (_lock)
        {
            _card = null;
        }
    }

    private int? Wanted => takes && _percent is { } percent && scale.Level(percent, atMost: true) is var level && level != _refused ? level : null;

    private int? Due => Wanted is { } level && level != _card ? level : null;

    private void Miss(TimeSpan now)
    {
        _misses = now - _missedAt > Memory ? 0 : _misses;
        (_missedAt, _tryAt) = (now, now + pause.AfterDoubts(_misses));
        _misses++;
    }
}
