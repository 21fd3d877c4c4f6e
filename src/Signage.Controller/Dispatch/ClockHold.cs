using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>What is done next about the clock of a card.</summary>
internal enum ClockStep
{
    /// <summary>It is read.</summary>
    Read,

    /// <summary>It is set.</summary>
    Set,
}

/// <summary>
/// When the clock of one card is read and set: once after the card was first reached, once after it was lost and came back, and whenever somebody asks. One visit is to
/// read it, to set it, and to read it again, as far as the card can. Asks nobody and waits for nothing; moments are counted from the start of its worker. Safe for several
/// threads.
/// </summary>
/// <param name="can">What the card can do.</param>
/// <param name="pause">How long to wait after what did not help.</param>
internal sealed class ClockHold(ProfileCapabilities can, RetryPause pause)
{
    private const int MostTries = 3;

    // A card whose link comes and goes is not set at each return.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Queue<ClockStep> _steps = new();
    private bool _due = can.Clock;
    private bool _asked;
    private bool _sets;
    private int _tries;
    private TimeSpan _tryAt;
    private TimeSpan _restUntil;
    private TaskCompletionSource? _waiting;
    private TaskCompletionSource? _visited;

    /// <summary>The clock is to be set, whatever it shows.</summary>
    public void Want()
    {
        lock (_lock)
        {
            _due = can.Clock;
            _restUntil = TimeSpan.Zero;
        }
    }

    /// <summary>Somebody wants the clock read, or set as well, and waits for it. Whoever asks while others wait is answered with them.</summary>
    /// <returns>Ends when a visit that began after this question is over; at once where the card can do neither.</returns>
    public Task Ask(bool set)
    {
        if (!can.Clock || !(set || can.Status))
        {
            return Task.CompletedTask;
        }

        lock (_lock)
        {
            _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_asked, _sets) = (true, _sets || set);
            return _waiting.Task;
        }
    }

    /// <summary>The card was lost: it may come back at any time of its own.</summary>
    public void Lost()
    {
        lock (_lock)
        {
            _due = can.Clock;
        }
    }

    /// <summary>When the next step is due: now, after a while, or null for not at all.</summary>
    public TimeSpan? DueIn(TimeSpan now)
    {
        lock (_lock)
        {
            return !can.Clock ? null
                : _steps.Count > 0 ? Until(_tryAt, now)
                : _asked ? TimeSpan.Zero
                : _due ? Until(_restUntil, now)
                : null;
        }
    }

    /// <summary>The step that is due; begins a visit when none is under way.</summary>
    public ClockStep Begin()
    {
        lock (_lock)
        {
            if (_steps.Count == 0)
            {
                foreach (var step in Visit(_due || _sets))
                {
                    _steps.Enqueue(step);
                }

                (_visited, _waiting) = (_waiting, null);
                (_due, _asked, _sets, _tries) = (false, false, false, 0);
            }

            return _steps.Peek();
        }
    }

    /// <summary>A step was tried.</summary>
    /// <param name="outcome">How that ended.</param>
    /// <param name="now">The moment.</param>
    /// <returns>True when it is over, done or given up; false when it is tried again.</returns>
    public bool Tried(PanelOutcome outcome, TimeSpan now)
    {
        lock (_lock)
        {
            var step = _steps.Peek();
            var done = outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified;
            if (step == ClockStep.Set && !done)
            {
                if (outcome is not (PanelOutcome.Rejected or PanelOutcome.Unsupported) && ++_tries < MostTries)
                {
                    _tryAt = now + pause.After(_tries);
                    return false;
                }

                // What it would show now is what it showed before.
                _steps.Clear();
            }

            // A card that does not tell the time is set all the same.
            _steps.TryDequeue(out _);
            if (_steps.Count == 0)
            {
                _restUntil = now + Rest;
                _visited?.TrySetResult();
                _visited = null;
            }

            _tryAt = now;
            return true;
        }
    }

    private IEnumerable<ClockStep> Visit(bool set)
    {
        if (can.Status)
        {
            yield return ClockStep.Read;
        }

        if (set)
        {
            yield return ClockStep.Set;
            if (can.Status)
            {
                yield return ClockStep.Read;
            }
        }
    }

    private static TimeSpan Until(TimeSpan moment, TimeSpan now) => moment > now ? moment - now : TimeSpan.Zero;
}
