using Signage.Controller.Blanking;
using Signage.Controller.Health;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
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
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(25);
    private const int SlowestBaud = 9600;
    private const int BitsAByte = 10;

    /// <summary>
    /// How long one attempt may take before its worker counts as hung: every answer time of every try, and the largest packet on the slowest line, twice,
    /// because a neighbour may be first. Every wait inside has a deadline of its own; this is for what nobody thought of.
    /// </summary>
    public TimeSpan Longest => Slack + (2 * (TimeSpan.FromMilliseconds(Profile.Timing.AnswerMilliseconds * Profile.Timing.Attempts * 2)
        + (Panel.Endpoint.Scheme == "serial" ? TimeSpan.FromSeconds(Profile.Packets.MaxBytes * BitsAByte / (double)SlowestBaud) : TimeSpan.Zero)));
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
                using var doing = post.Pulse.Doing(post.Longest);
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
                var ping = post.Adapter.Begin(new PanelCommand.Ping(), post.Profile, post.Panel.Face);
                var done = await post.Line.AskAsync(ping, cancellationToken).ConfigureAwait(false);
                if (done.MadeWay)
                {
                    return [];
                }

                record.Pinged(post.Panel, done);
                return [(need, done.Outcome)];
        }
    }

    /// <summary>Sends the newest show. A blank that is pressed meanwhile does not wait for it: the running exchange makes way.</summary>
    private async Task<IReadOnlyList<(PanelNeed, PanelOutcome)>> LightAsync(long started, CancellationToken cancellationToken)
    {
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = blanks.OnChange(() => PressIfCovered(pressed));
        PressIfCovered(pressed);
        var newest = new NewestShow(
            () => Choose(started),
            () => blanks.Covers(post.Panel.Id),
            show => post.Adapter.Begin(new PanelCommand.LoadPages(show), post.Profile, post.Panel.Face));
        var lighting = post.Line.AskAsync(newest, cancellationToken);
        PanelOutcome? darkened = await Task.WhenAny(lighting, pressed.Task).ConfigureAwait(false) == lighting
            ? null
            : await DarkenAsync(cancellationToken).ConfigureAwait(false);
        var done = await lighting.ConfigureAwait(false);
        if (darkened is { } dark)
        {
            return [(PanelNeed.Light, PanelOutcome.NoAnswer), (PanelNeed.Darken, dark)];
        }

        if (done.MadeWay)
        {
            // A neighbour on the line was in a hurry; that says nothing about this card, which is asked again at once.
            return [];
        }

        if (newest.Chosen is { } sent)
        {
            record.Lit(post.Panel, sent, done);
        }

        return [(PanelNeed.Light, done.Outcome)];
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
        var urgency = blanks.Covers(post.Panel.Id) ? Urgency.Urgent : Urgency.Ordinary;

        // A silent card is not asked three times while its neighbours on the line wait to be darkened: the worker asks again, in its turn.
        var profile = urgency == Urgency.Urgent ? post.Profile with { Timing = post.Profile.Timing with { Attempts = 1 } } : post.Profile;
        lock (_lock)
        {
            record.Darkening(post.Panel, _care.Show?.Value);
        }

        var done = await post.Line.AskAsync(post.Adapter.Begin(new PanelCommand.Blank(), profile, post.Panel.Face), urgency, cancellationToken)
            .ConfigureAwait(false);
        lock (_lock)
        {
            record.Darkened(post.Panel, _care.Show?.Value, done);
        }

        return done.Outcome;
    }

    private void PressIfCovered(TaskCompletionSource pressed)
    {
        if (blanks.Covers(post.Panel.Id))
        {
            pressed.TrySetResult();
        }
    }
}
