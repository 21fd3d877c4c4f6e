using Signage.Controller.Blanking;
using Signage.Controller.Dispatch.Delivery;
using Signage.Controller.Dispatch.ReadBack;
using Signage.Controller.Health;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Pumping;
using Signage.Transports.Streaming;

namespace Signage.Controller.Dispatch;

/// <summary>
/// Brings approved shows to one panel, darkens it, and asks after it. Accepts nothing but <see cref="Core.Review.Approved{T}"/>. What is due when,
/// <see cref="PanelCare"/> knows; what came of it goes to the <see cref="PanelRecord"/>. A failure of the program costs a pause, not the worker.
/// </summary>
public sealed class PanelWorker
{
    private readonly PanelPost _post;
    private readonly PanelRecord _record;
    private readonly IBlankSwitch _blanks;
    private readonly TimeProvider _lineTime;
    private readonly PanelCare _care;
    private readonly IPanelDelivery _delivery;
    private readonly StorageWear _wear = new();
    private readonly PanelExchange _exchange;
    private readonly PanelLighting _lighting;
    private readonly GlassWatch? _glass;

    // The line asks for the newest show from its own thread, while the worker may be darkening.
    private readonly Lock _lock = new();
    private int _doubted;
    private ShowDigest? _lit;

    /// <param name="post">The panel and how it is reached.</param>
    /// <param name="record">Writes down outcomes.</param>
    /// <param name="blanks">Says whether the panel must be dark.</param>
    /// <param name="pause">How long to wait between tries.</param>
    /// <param name="lineTime">The real clock of waiting.</param>
    public PanelWorker(PanelPost post, PanelRecord record, IBlankSwitch blanks, RetryPause pause, TimeProvider lineTime)
    {
        ArgumentNullException.ThrowIfNull(post);
        (_post, _record, _blanks, _lineTime) = (post, record, blanks, lineTime);
        _care = new PanelCare(pause, _post.Profile.Timing, _post.Profile.Capabilities.Answers, _post.Profile.ReadBack);
        _exchange = new PanelExchange(post, blanks);
        _lighting = new PanelLighting(post, record, _exchange, pause, DarkenAsync);
        Clock = new PanelClock(post, record, new PanelVoice(_exchange, Mailbox, DarkenAsync), pause);
        _glass = _post.Profile.ReadBack is { } rules ? new GlassWatch(rules) : null;
        _delivery = _post.Profile is { Frames: { } pacing } profile && profile.Delivery[0] == DeliveryKind.Frames
            ? new FramesDelivery(_post, pacing, () => !_blanks.Covers(_post.Panel.Id), StreamBroke, _lineTime)
            : new PagesDelivery(_post, _lineTime);
    }

    /// <summary>Where the reconciler puts shows.</summary>
    public PanelMailbox Mailbox { get; } = new();

    /// <summary>Looks after the clock inside the card.</summary>
    internal PanelClock Clock { get; }

    /// <summary>Says that something else talked the card into something: the show is sent anew. Never waits.</summary>
    public void Doubt()
    {
        Volatile.Write(ref _doubted, 1);
        Mailbox.Ring();
    }

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var counted = _delivery.Report is null ? null : _record.Follow(_post.Panel, () => _delivery.Report ?? FrameReport.None);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [WorkAsync(stop.Token), _delivery.RunAsync(stop.Token)];
        var first = await Task.WhenAny(parts).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        var started = _lineTime.GetTimestamp();
        using var listening = _blanks.OnChange(Mailbox.Ring);
        while (true)
        {
            var need = PanelNeed.Nothing;
            try
            {
                TakeIn(_lineTime.GetElapsedTime(started));
                (need, var wait) = Next(_lineTime.GetElapsedTime(started));
                if (need == PanelNeed.Nothing)
                {
                    await Mailbox.WaitAsync(wait, _lineTime, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                using var talk = _record.Talk(_post.Panel, need);
                foreach (var (met, outcome) in await MeetAsync(need, started, cancellationToken).ConfigureAwait(false))
                {
                    _record.Count(met, outcome);
                    if (outcome == PanelOutcome.NoAnswer)
                    {
                        _lighting.Lost();
                        Clock.Lost();
                    }

                    _care.Done(met, outcome, _lineTime.GetElapsedTime(started));
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                _record.Broken(_post.Panel, failure);
                if (need == PanelNeed.Nothing)
                {
                    await _exchange.RestAsync(_care.IsBlanked, _lineTime, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                _care.Done(need, PanelOutcome.NoAnswer, _lineTime.GetElapsedTime(started));
            }
        }
    }

    private (PanelNeed Need, TimeSpan? Wait) Next(TimeSpan now)
    {
        var (need, wait) = _care.Next(now);
        if (need == PanelNeed.Nothing && _care.IsLit)
        {
            (need, wait) = _lighting.Next(wait, now);
            return need == PanelNeed.Nothing ? Clock.Next(wait, now) : (need, wait);
        }

        return (need, wait);
    }

    /// <summary>Takes in what is new; answers the show that may be lit now, null when none may.</summary>
    private Show? TakeIn(TimeSpan now)
    {
        lock (_lock)
        {
            if (Mailbox.TryTake() is { } newer)
            {
                _care.Want(newer.Show, now);
                _lighting.Want(newer.BrightnessPercent);
                Clock.Want(newer.Timer);
            }

            if (Interlocked.Exchange(ref _doubted, 0) != 0)
            {
                _care.Doubt(now);
            }

            if (_delivery.TakeFailure() is { } broke && _care.Show is { } wanted)
            {
                _record.Lit(_post.Panel, wanted.Value, broke);
                _care.Broke(broke.Outcome, now);
            }

            _care.Blank(_blanks.Covers(_post.Panel.Id), now);
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
                var darkened = await DarkenAsync(cancellationToken).ConfigureAwait(false);
                if (darkened is PanelOutcome.Accepted or PanelOutcome.SentUnverified)
                {
                    await _lighting.AfterDarknessAsync(_care.IsBlanked, cancellationToken).ConfigureAwait(false);
                }

                return [(need, darkened)];
            case PanelNeed.Dim:
                return await _lighting.HoldAsync(() => _lineTime.GetElapsedTime(started), cancellationToken).ConfigureAwait(false) is { } pressed ? [(PanelNeed.Darken, pressed)] : [];
            case PanelNeed.Clock:
                return await Clock.TendAsync(() => _lineTime.GetElapsedTime(started), cancellationToken).ConfigureAwait(false) is { } dark ? [(PanelNeed.Darken, dark)] : [];
            case PanelNeed.ReadBack:
                return await ReadBackAsync(started, cancellationToken).ConfigureAwait(false);
            default:
                return await PingAsync(started, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<(PanelNeed, PanelOutcome)>> PingAsync(long started, CancellationToken cancellationToken)
    {
        var ping = Begin(new PanelCommand.Ping());
        var (done, darkened) = await UnlessPressedAsync(ping, _post.Lines.Commands, cancellationToken).ConfigureAwait(false);
        if (darkened is { } dark)
        {
            return [(PanelNeed.Darken, dark)];
        }

        if (done.MadeWay)
        {
            return [];
        }

        _lighting.Heard(done.Reading, _lineTime.GetElapsedTime(started));
        if (_record.Pinged(_post.Panel, done))
        {
            _care.Refute(_lineTime.GetElapsedTime(started));
            if (done.Reading?.PoweredOn == false)
            {
                Clock.Suspect();
            }
        }
        else if (done.Outcome == PanelOutcome.Accepted)
        {
            _care.Confirm(PanelNeed.Ping, _lineTime.GetElapsedTime(started));
        }

        return [(PanelNeed.Ping, done.Outcome)];
    }

    /// <summary>Asks for the lit pixels and holds them against the show; what differs for too long is sent anew.</summary>
    private async Task<IReadOnlyList<(PanelNeed, PanelOutcome)>> ReadBackAsync(long started, CancellationToken cancellationToken)
    {
        var (show, rules) = (_care.Show!.Value, _post.Profile.ReadBack!);
        var asked = _lineTime.GetElapsedTime(started);
        var question = Begin(new PanelCommand.ReadPixels());
        var (done, darkened) = await UnlessPressedAsync(question, _post.Lines.Commands, cancellationToken).ConfigureAwait(false);
        if (darkened is { } dark)
        {
            return [(PanelNeed.Darken, dark)];
        }

        if (done.MadeWay)
        {
            return [];
        }

        _lighting.Heard(done.Reading, _lineTime.GetElapsedTime(started));
        var (picture, complaint) = done.Outcome == PanelOutcome.Accepted ? GlassReader.Read(done.Reading, _post.Panel.Face) : (null, null);
        if (picture is null)
        {
            _record.Unread(_post.Panel, done, done.Detail ?? complaint);
            return [(PanelNeed.ReadBack, done.Outcome)];
        }

        // Comparing takes its time on a large face; a person who presses meanwhile does not wait for it.
        var answered = _lineTime.GetElapsedTime(started);
        if (await _exchange.WhileUncoveredAsync(token => _glass!.JudgeAsync(picture, show, asked, answered, token), cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return [];
        }

        _care.ReadIn(found.AskIn);
        if (_record.ReadBack(_post.Panel, show, done, picture, found, TimeSpan.FromSeconds(rules.DiffersAfterSeconds)))
        {
            _care.Refute(_lineTime.GetElapsedTime(started));
        }
        else if (found.Verdict == GlassVerdict.Right)
        {
            _care.Confirm(PanelNeed.ReadBack, _lineTime.GetElapsedTime(started));
        }

        return [(PanelNeed.ReadBack, done.Outcome)];
    }

    /// <summary>Sends the newest show.</summary>
    private async Task<IReadOnlyList<(PanelNeed, PanelOutcome)>> LightAsync(long started, CancellationToken cancellationToken)
    {
        var tooBright = false;
        var use = StorageUse.WriteMissing;
        if (await _lighting.BeforeShowAsync(_care.Show!.Value.Digest == _lit, () => _lineTime.GetElapsedTime(started), cancellationToken).ConfigureAwait(false) is { } early)
        {
            return [(PanelNeed.Darken, early)];
        }

        var newest = new NewestShow(
            () => Choose(started, out tooBright),
            () => _blanks.Covers(_post.Panel.Id),
            show => Mailbox.Waiting is { } newer && newer.Digest != show.Digest,
            show =>
            {
                _glass?.Sending(_lineTime.GetElapsedTime(started));
                return _delivery.Light(show, use = Writing(show));
            });
        var (done, darkened) = await UnlessPressedAsync(newest, _post.Lines.Content, cancellationToken).ConfigureAwait(false);
        _glass?.Sent(_lineTime.GetElapsedTime(started));
        if (use == StorageUse.WriteMissing && done.Reading?.WroteStorage == true && newest.Chosen is { } written)
        {
            _wear.Wrote(written.Digest, _record.Today);
        }

        if (darkened is { } dark)
        {
            // A show that did not make way may have left after the darkness, when the blank was released and pressed again: then nobody knows what is lit.
            return newest.Chosen is null || done.MadeWay
                ? [(PanelNeed.Light, PanelOutcome.NoAnswer), (PanelNeed.Darken, dark)]
                : [(PanelNeed.Darken, dark), (PanelNeed.Light, PanelOutcome.NoAnswer)];
        }

        if (done.MadeWay)
        {
            // A neighbour on the line was in a hurry, or something newer has come; that says nothing about this card, which is asked again at once.
            return [];
        }

        if (tooBright)
        {
            // A show that must be dimmer has come meanwhile: the card is told so first, and then sent it.
            return [];
        }

        // A link that cannot be opened never came as far as choosing; that the panel cannot be reached has to be told all the same.
        if ((newest.HasStarted ? newest.Chosen : TakeIn(_lineTime.GetElapsedTime(started))) is { } wanted)
        {
            _record.Lit(_post.Panel, wanted, done, _delivery.StreamStart);
        }

        _lighting.Heard(done.Reading, _lineTime.GetElapsedTime(started));
        if (done.Outcome is not (PanelOutcome.Accepted or PanelOutcome.SentUnverified))
        {
            return [(PanelNeed.Light, done.Outcome)];
        }

        _lit = newest.Chosen?.Digest;
        return await _lighting.AfterShowAsync(newest.Chosen is { IsDark: true }, () => _lineTime.GetElapsedTime(started), cancellationToken).ConfigureAwait(false) is { } pressed
            ? [(PanelNeed.Light, done.Outcome), (PanelNeed.Darken, pressed)]
            : [(PanelNeed.Light, done.Outcome)];
    }

    private Task<(DialogueStep.Done Done, PanelOutcome? Darkened)> UnlessPressedAsync(IPanelDialogue dialogue, PanelLine line, CancellationToken cancellationToken) =>
        _exchange.UnlessPressedAsync(dialogue, line, _care.IsBlanked, DarkenAsync, cancellationToken);

    /// <summary>What is written over again is counted before it leaves, so that a failure half way is counted too.</summary>
    private StorageUse Writing(Show show)
    {
        // Playing what the card holds comes first; only when that did not help may it be damaged.
        var use = _wear.For(show.Digest, _record.Today, distrusted: _care.Doubts > 1);
        if (use == StorageUse.Write)
        {
            _wear.Wrote(show.Digest, _record.Today);
        }

        return use;
    }

    private Show? Choose(long started, out bool tooBright)
    {
        var show = TakeIn(_lineTime.GetElapsedTime(started));
        if (tooBright = show is not null && _lighting.MustDimFirst)
        {
            return null;
        }

        if (show is not null)
        {
            _record.Sending(_post.Panel, show);
        }

        return show;
    }

    private async Task<PanelOutcome> DarkenAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _record.Darkening(_post.Panel, _care.Show?.Value);
        }

        var done = await _exchange.DarkenAsync(_delivery, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _record.Darkened(_post.Panel, _care.Show?.Value, done);
        }

        return done.Outcome;
    }

    private IPanelDialogue Begin(PanelCommand command) => _post.Adapter.Begin(command, _post.Profile, _post.Panel.Face);

    private void StreamBroke(Exception? failure)
    {
        if (failure is not null)
        {
            _record.Broken(_post.Panel, failure);
        }

        Mailbox.Ring();
    }
}
