using Signage.Core.Panels;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// The timer that one card is held at: what is wanted is compared with what there is reason to believe the card has. Only a card whose clock was set is told one, because a timer on a
/// wrong clock darkens what should be lit. Asks nobody and waits for nothing. Safe for several threads.
/// </summary>
/// <param name="ranges">How many ranges of a day the card knows; 0 for one without a timer.</param>
/// <param name="pause">How long to wait after what did not help.</param>
internal sealed class TimerHold(int ranges, RetryPause pause)
{
    private const int MostTries = 3;

    // A card that is silent to this one question is asked it again for as long as it has the wrong timer, but not all day long.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private CardTimer? _asked;
    private CardTimer? _card;
    private CardTimer? _givenUp;
    private bool _hasOne;
    private bool _isTimely;
    private bool _cannotBeSet;
    private int _tries;
    private TimeSpan _tryAt;

    /// <summary>Takes the timer that is wanted; null leaves the card alone from now on.</summary>
    public void Want(CardTimer? timer)
    {
        lock (_lock)
        {
            if (!Equals(timer, _asked))
            {
                _asked = timer;
                Afresh();
            }
        }
    }

    /// <summary>The card may have lost what it was told, and is told again.</summary>
    public void Doubt()
    {
        lock (_lock)
        {
            _card = null;
            Afresh();
        }
    }

    /// <summary>The card was lost: nobody knows what time it has when it comes back.</summary>
    public void Lost()
    {
        lock (_lock)
        {
            _isTimely = false;
            (_tries, _tryAt) = (0, TimeSpan.Zero);
        }
    }

    /// <summary>The clock of the card was set, or that was given up: then it is held to no timer, not even to one that it was told before.</summary>
    public void Set(bool isTimely)
    {
        lock (_lock)
        {
            (_isTimely, _cannotBeSet) = (isTimely, !isTimely);
        }
    }

    /// <summary>The card said whether it has a timer; null when it did not say. One that has none has forgotten ours, and one that is to have none may have somebody else's.</summary>
    public void Heard(bool? hasTimer)
    {
        lock (_lock)
        {
            _hasOne = hasTimer ?? _hasOne;
            _card = hasTimer switch
            {
                false => CardTimer.None,
                true when _card is { IsNone: true } => null,
                _ => _card,
            };
        }
    }

    /// <summary>When the card has to be told: now, after a while, or null for not at all.</summary>
    public TimeSpan? DueIn(TimeSpan now)
    {
        lock (_lock)
        {
            return Due is null ? null : _tryAt > now ? _tryAt - now : TimeSpan.Zero;
        }
    }

    /// <summary>What the card has to be told; null when nothing.</summary>
    public CardTimer? Next
    {
        get
        {
            lock (_lock)
            {
                return Due;
            }
        }
    }

    /// <summary>The card was told.</summary>
    /// <param name="timer">What it was told.</param>
    /// <param name="outcome">How that ended.</param>
    /// <param name="now">The moment.</param>
    /// <returns>True when there is something to say of it: done, refused for good, or tried in vain for some times; it is tried again in the last case too.</returns>
    public bool Tried(CardTimer timer, PanelOutcome outcome, TimeSpan now)
    {
        lock (_lock)
        {
            if (outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified)
            {
                (_card, _hasOne, _tries) = (timer, !timer.IsNone, 0);
                return true;
            }

            // It may have obeyed although nobody heard its answer.
            (_card, _hasOne) = (null, _hasOne || !timer.IsNone);
            if (outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported)
            {
                _givenUp = timer;
                return true;
            }

            _tries++;
            _tryAt = now + (_tries < MostTries ? pause.After(_tries) : Rest);
            return _tries == MostTries;
        }
    }

    private CardTimer? Wanted => _asked is null ? null : _cannotBeSet ? CardTimer.None : _asked;

    // A card that is to have none, and of which nobody says that it has one, is left alone.
    private CardTimer? Due => ranges > 0 && Wanted is { } wanted && (wanted.IsNone ? _hasOne : _isTimely) && !wanted.Equals(_card) && !wanted.Equals(_givenUp) ? wanted : null;

    private void Afresh() => (_givenUp, _tries, _tryAt) = (null, 0, TimeSpan.Zero);
}
