using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch;

/// <summary>
/// Keeps the clock inside a card right, and the timer that goes by it. Whatever is to be lit or darkened goes first: only a card that shows what it should is visited, one short conversation at a time. Where the
/// time is not known nothing is said. Used by one worker; asked from any thread.
/// </summary>
/// <param name="post">The panel and how it is reached.</param>
/// <param name="record">Writes down outcomes.</param>
/// <param name="voice">Carries what is said.</param>
/// <param name="pause">How long to wait after what did not help.</param>
internal sealed class PanelClock(PanelPost post, PanelRecord record, PanelVoice voice, RetryPause pause)
{
    // While nobody knows the time: how soon that is looked at again.
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    // Halves are rounded up, so that a card is half a second off at most, one way or the other.
    private static readonly TimeSpan Half = TimeSpan.FromMilliseconds(500);
    private readonly ClockHold _hold = new(post.Profile.Capabilities, pause);
    private readonly TimerHold _timer = new(post.Profile.Capabilities.Timers, pause);

    // A time that is asked again for would be late by the wait before; so it is said once, and put together anew for the next try.
    private readonly DeviceProfile _hasty = post.Profile with { Timing = post.Profile.Timing with { Attempts = 1 } };

    /// <summary>It is to be set, whatever it shows, and told its timer again. Never waits.</summary>
    public void SetSoon()
    {
        _hold.Want();
        _timer.Doubt();
        voice.Mailbox.Ring();
    }

    /// <summary>Somebody wants it read, or set as well, and waits for it.</summary>
    /// <returns>Ends when that was done or tried.</returns>
    public Task AskAsync(bool set)
    {
        var asked = _hold.Ask(set);
        voice.Mailbox.Ring();
        return asked;
    }

    /// <summary>Takes the timer that is wanted; null leaves the card alone from now on.</summary>
    public void Want(CardTimer? timer) => _timer.Want(timer);

    /// <summary>The card was lost.</summary>
    public void Lost()
    {
        _hold.Lost();
        _timer.Lost();
        record.Clocks.Lost(post.Panel);
    }

    /// <summary>The card says that it is off although it should be lit: its clock may be wrong, or its timer not ours. It is looked at soon, and not all the time.</summary>
    public void Suspect()
    {
        _hold.Lost();
        _timer.Lost();
    }

    /// <summary>What a card needs that shows what it should: to be visited now, or nothing for so long.</summary>
    /// <param name="wait">How long nothing else is needed; null for as long as nobody says anything new.</param>
    /// <param name="now">The moment.</param>
    public (PanelNeed Need, TimeSpan? Wait) Next(TimeSpan? wait, TimeSpan now)
    {
        if (Sooner(_hold.DueIn(now), _timer.DueIn(now)) is not { } due)
        {
            return (PanelNeed.Nothing, wait);
        }

        due = due == TimeSpan.Zero && post.Wall() is null ? Unknown : due;
        return due == TimeSpan.Zero ? (PanelNeed.Clock, null) : (PanelNeed.Nothing, wait < due ? wait : due);
    }

    /// <summary>Does the next step.</summary>
    /// <param name="now">Tells the moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How the darkening ended; null when nobody pressed meanwhile.</returns>
    public async Task<PanelOutcome?> TendAsync(Func<TimeSpan> now, CancellationToken cancellationToken)
    {
        // The clock first: a timer goes by it.
        return _hold.DueIn(now()) == TimeSpan.Zero ? await TendClockAsync(_hold.Begin(), now, cancellationToken).ConfigureAwait(false)
            : _timer.Next is { } timer ? await TellTimerAsync(timer, now, cancellationToken).ConfigureAwait(false) : null;
    }

    private async Task<PanelOutcome?> TendClockAsync(ClockStep step, Func<TimeSpan> now, CancellationToken cancellationToken)
    {
        var isOver = false;
        var (done, darkened) = await SayAsync(
            wall => step == ClockStep.Read ? new PanelCommand.ReadStatus() : new PanelCommand.SetClock(wall + Half), outcome => isOver = _hold.Tried(outcome, now()), cancellationToken)
            .ConfigureAwait(false);
        if (done is null)
        {
            return darkened;
        }

        if (step == ClockStep.Read && post.Wall() is { } wall)
        {
            record.Clocks.Read(post.Panel, done, wall);
            _timer.Heard(done.Reading?.HasTimer);
        }
        else if (step == ClockStep.Set && isOver)
        {
            record.Clocks.Set(post.Panel, done);
            _timer.Set(done.Outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified);
        }

        return darkened;
    }

    private async Task<PanelOutcome?> TellTimerAsync(CardTimer timer, Func<TimeSpan> now, CancellationToken cancellationToken)
    {
        var isOver = false;
        var (done, darkened) = await SayAsync(_ => new PanelCommand.SetTimer(timer), outcome => isOver = _timer.Tried(timer, outcome, now()), cancellationToken).ConfigureAwait(false);
        if (done is not null && isOver)
        {
            record.Clocks.Timed(post.Panel, timer, done);
        }

        return darkened;
    }

    /// <summary>One conversation, put together when its turn comes.</summary>
    /// <returns>How it ended, null when something else went first; and how the darkening ended, null when nobody pressed.</returns>
    private async Task<(DialogueStep.Done? Done, PanelOutcome? Darkened)> SayAsync(
        Func<DateTimeOffset, PanelCommand> command, Action<PanelOutcome> tried, CancellationToken cancellationToken)
    {
        var talk = new ClockTalk(() => voice.Exchange.IsCovered || !voice.Mailbox.IsEmpty || post.Wall() is not { } wall ? null : post.Adapter.Begin(command(wall), _hasty, post.Panel.Face));
        try
        {
            var (done, darkened) = await voice.Exchange.UnlessPressedAsync(talk, post.Lines.Commands, isBlanked: false, voice.Darken, cancellationToken).ConfigureAwait(false);
            if (darkened is not null || done.MadeWay || talk.HasGivenWay)
            {
                return (null, darkened);
            }

            record.Count(PanelNeed.Clock, done.Outcome);
            tried(done.Outcome);
            return (done, null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Counted like any try, so that a fault of the program does not come round for ever.
            tried(PanelOutcome.NoAnswer);
            throw;
        }
    }

    private static TimeSpan? Sooner(TimeSpan? one, TimeSpan? other) => one is { } first && other is { } second ? (first < second ? first : second) : one ?? other;
}

/// <summary>How a part of a worker speaks to its card without standing in anybody's way.</summary>
/// <param name="Exchange">Carries what is said.</param>
/// <param name="Mailbox">Rung when somebody asks; a show that waits in it goes first.</param>
/// <param name="Darken">Darkens the panel when somebody presses meanwhile.</param>
internal sealed record PanelVoice(PanelExchange Exchange, PanelMailbox Mailbox, Func<CancellationToken, Task<PanelOutcome>> Darken);
