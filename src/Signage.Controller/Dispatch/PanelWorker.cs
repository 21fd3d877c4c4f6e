using Signage.Controller.Blanking;
using Signage.Controller.Health;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Controller.Dispatch;

/// <summary>What a worker talks to.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Profile">Its card model.</param>
/// <param name="Adapter">The protocol of the model.</param>
/// <param name="Line">The line, which panels with the same endpoint share.</param>
/// <param name="Pulse">The heartbeat of whoever works here.</param>
public sealed record PanelPost(Panel Panel, DeviceProfile Profile, IPanelAdapter Adapter, PanelLine Line, Pulse Pulse)
{
    private const int BitsAByte = 10;

    /// <summary>
    /// How long one step of a conversation may take before its worker counts as hung: one answer time, and the largest packet at the speed of the line.
    /// Every wait inside has a deadline of its own, the longest of them 15 seconds; this is for what nobody thought of.
    /// </summary>
    public TimeSpan LongestStep => Pulses.Ordinary + TimeSpan.FromMilliseconds(Profile.Timing.AnswerMilliseconds)
        + TimeSpan.FromSeconds(PanelAddress.Of(Panel.Endpoint).Baud is { } baud ? Profile.Packets.MaxBytes * BitsAByte / (double)baud : 0);
}

/// <summary>
/// Brings approved shows to one panel, darkens it, and asks after it. Accepts nothing but <see cref="Core.Review.Approved{T}"/>. What is due when,
/// <see cref="PanelCare"/> knows; what came of it goes to the <see cref="PanelRecord"/>. A failure of the program costs a pause, not the worker.
/// </summary>
/// <param name="post">The panel and how it is reached.</param>
/// <param name="record">Writes down outcomes.</param>
/// <param name="blanks">Says whether the panel must be dark.</param>
/// <param name="pause">How long to wait between tries.</param>
/// <param name="lineTime">The real clock of waiting.</param>
public sealed class PanelWorker(PanelPost post, PanelRecord record, IBlankSwitch blanks, RetryPause pause, TimeProvider lineTime)
{
    private readonly PanelCare _care = new(pause, post.Profile.Timing, post.Profile.Capabilities.Answers);

    // The line asks for the newest show from its own thread, while the worker may be darkening.
    private readonly Lock _lock = new();
    private int _doubted;

    /// <summary>Where the reconciler puts shows.</summary>
    public PanelMailbox Mailbox { get; } = new();

    /// <summary>Says that something else talked the card into something: the show is sent anew. Never waits.</summary>
    public void Doubt()
    {
        Volatile.Write(ref _doubted, 1);
        Mailbox.Ring();
    }

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = lineTime.GetTimestamp();
        using var listening = blanks.OnChange(Mailbox.Ring);
        while (true)
        {
            TakeIn(lineTime.GetElapsedTime(started));
            var (need, wait) = _care.Next(lineTime.GetElapsedTime(started));
            if (need == PanelNeed.Nothing)
            {
                await Mailbox.WaitAsync(wait, lineTime, cancellationToken).ConfigureAwait(false);
                continue;
            }

            try
            {
                using var talk = record.Talk(post.Panel, need);
                foreach (var (met, outcome) in await MeetAsync(need, started, cancellationToken).ConfigureAwait(false))
                {
                    record.Count(met, outcome);
                    _care.Done(met, outcome, lineTime.GetElapsedTime(started));
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                record.Broken(post.Panel, failure);
                _care.Done(need, PanelOutcome.NoAnswer, lineTime.GetElapsedTime(started));
            }
        }
    }

    /// <summary>Takes in what is new; answers the show that may be lit now, null when none may.</summary>
    private Show? TakeIn(TimeSpan now)
    {
        lock (_lock)
        {
            if (Mailbox.TryTake() is { } newer)
            {
                _care.Want(newer, now);
            }

            if (Interlocked.Exchange(ref _doubted, 0) != 0)
            {
                _care.Doubt(now);
            }

            _care.Blank(blanks.Covers(post.Panel.Id), now);
            return _care.IsBlanked ? null : _care.Show?.Value;
        }
    }

    private async Task<IReadOnlyList<(PanelNeed, PanelOutcome)>> MeetAsync(PanelNeed need, long started, CancellationToken cancellationToken)
    {
        switch (need)
        {
            case PanelNeed.Light:
                return await LightAsync(started, cancellationToken).ConfigureAwait(false);
            case PanelNeed.Darken:
                return [(need, await DarkenAsync(cancellationToken).ConfigureAwait(false))];
            default:
                return await PingAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<(PanelNeed, PanelOutcome)>> PingAsync(CancellationToken cancellationToken)
    {
        var ping = post.Adapter.Begin(new PanelCommand.Ping(), post.Profile, post.Panel.Face);
        var (done, darkened) = await UnlessPressedAsync(ping, cancellationToken).ConfigureAwait(false);
        if (darkened is { } dark)
        {
            return [(PanelNeed.Darken, dark)];
        }

        if (done.MadeWay)
        {
            return [];
        }

        record.Pinged(post.Panel, done);
        return [(PanelNeed.Ping, done.Outcome)];
    }

    /// <summary>Sends the newest show.</summary>
    private async Task<IReadOnlyList<(PanelNeed, PanelOutcome)>> LightAsync(long started, CancellationToken cancellationToken)
    {
        var newest = new NewestShow(
            () => Choose(started),
            () => blanks.Covers(post.Panel.Id),
            show => post.Adapter.Begin(new PanelCommand.LoadPages(show), post.Profile, post.Panel.Face));
        var (done, darkened) = await UnlessPressedAsync(newest, cancellationToken).ConfigureAwait(false);
        if (darkened is { } dark)
        {
            // A show that did not make way may have left after the darkness, when the blank was released and pressed again: then nobody knows what is lit.
            return newest.Chosen is null || done.MadeWay
                ? [(PanelNeed.Light, PanelOutcome.NoAnswer), (PanelNeed.Darken, dark)]
                : [(PanelNeed.Darken, dark), (PanelNeed.Light, PanelOutcome.NoAnswer)];
        }

        if (done.MadeWay)
        {
            // A neighbour on the line was in a hurry; that says nothing about this card, which is asked again at once.
            return [];
        }

        // A link that cannot be opened never came as far as choosing; that the panel cannot be reached has to be told all the same.
        if ((newest.HasStarted ? newest.Chosen : TakeIn(lineTime.GetElapsedTime(started))) is { } wanted)
        {
            record.Lit(post.Panel, wanted, done);
        }

        return [(PanelNeed.Light, done.Outcome)];
    }

    /// <summary>Runs an ordinary exchange. A blank that is pressed meanwhile does not wait for it: the exchange makes way, also while it stands in the queue.</summary>
    /// <returns>How the exchange ended, and how the darkening did; null when nobody pressed.</returns>
    private async Task<(DialogueStep.Done Done, PanelOutcome? Darkened)> UnlessPressedAsync(IPanelDialogue dialogue, CancellationToken cancellationToken)
    {
        // What is blanked already is dark, and asked after in peace.
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = _care.IsBlanked ? null : blanks.OnChange(() => PressIfCovered(pressed));
        if (listening is not null)
        {
            PressIfCovered(pressed);
        }

        var asking = AskAsync(dialogue, Urgency.Ordinary, cancellationToken);
        PanelOutcome? darkened = await Task.WhenAny(asking, pressed.Task).ConfigureAwait(false) == asking
            ? null
            : await DarkenAsync(cancellationToken).ConfigureAwait(false);
        return (await asking.ConfigureAwait(false), darkened);
    }

    private async Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, Urgency urgency, CancellationToken cancellationToken)
    {
        using var pulsed = new PulsedDialogue(dialogue, post.Pulse, post.LongestStep);
        return await post.Line.AskAsync(pulsed, urgency, cancellationToken).ConfigureAwait(false);
    }

    private Show? Choose(long started)
    {
        var show = TakeIn(lineTime.GetElapsedTime(started));
        if (show is not null)
        {
            record.Sending(post.Panel, show);
        }

        return show;
    }

    private async Task<PanelOutcome> DarkenAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            record.Darkening(post.Panel, _care.Show?.Value);
        }

        var done = await (blanks.Covers(post.Panel.Id) ? DarkenAtOnceAsync(cancellationToken) : DarkenInTurnAsync(cancellationToken)).ConfigureAwait(false);
        lock (_lock)
        {
            record.Darkened(post.Panel, _care.Show?.Value, done);
        }

        return done.Outcome;
    }

    /// <summary>A silent card is not asked three times while its neighbours on the line wait to be darkened: the worker asks again, in its turn.</summary>
    private Task<DialogueStep.Done> DarkenAtOnceAsync(CancellationToken cancellationToken) => AskAsync(
        post.Adapter.Begin(new PanelCommand.Blank(), post.Profile with { Timing = post.Profile.Timing with { Attempts = 1 } }, post.Panel.Face),
        Urgency.Urgent,
        cancellationToken);

    /// <summary>Darkness for words that were refused. When a blank is pressed meanwhile, it becomes urgent.</summary>
    private async Task<DialogueStep.Done> DarkenInTurnAsync(CancellationToken cancellationToken)
    {
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = blanks.OnChange(() => PressIfCovered(pressed));
        PressIfCovered(pressed);
        var asking = AskAsync(post.Adapter.Begin(new PanelCommand.Blank(), post.Profile, post.Panel.Face), Urgency.Ordinary, cancellationToken);
        if (await Task.WhenAny(asking, pressed.Task).ConfigureAwait(false) == asking)
        {
            return await asking.ConfigureAwait(false);
        }

        var urgent = await DarkenAtOnceAsync(cancellationToken).ConfigureAwait(false);
        var ordinary = await asking.ConfigureAwait(false);
        return ordinary.Outcome == PanelOutcome.Accepted ? ordinary : urgent;
    }

    private void PressIfCovered(TaskCompletionSource pressed)
    {
        if (blanks.Covers(post.Panel.Id))
        {
            pressed.TrySetResult();
        }
    }
}
