using System.Threading.Channels;
using Signage.Core.Frames;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Pumping;

namespace Signage.Transports.Streaming;

/// <summary>
/// Streams a show picture by picture to a card that does not animate. Pictures belong to moments that lie a period apart; one whose moment has passed is
/// dropped, never queued. A picture that has not changed costs only the keep-alive. Every picture is stamped with its moment, so that whoever looks at the
/// glass can say which one it ought to be.
/// <code>
///  idle ── first picture of a show left well ──► playing ── a newer one begins, or Stop ──► idle
///                                                   └────── a picture failed ──► idle, and Broken is told
/// </code>
/// </summary>
/// <param name="line">The line to the card; other conversations take their turns between pictures.</param>
/// <param name="pacing">How many pictures in a second, and how often an unchanged one.</param>
/// <param name="draw">The adapter's conversation for one picture.</param>
/// <param name="time">The clock of the line.</param>
public sealed class FramePlayer(PanelLine line, FramePacing pacing, Func<PixelFrame, FrameTick, IPanelDialogue> draw, TimeProvider time)
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeSpan _period = TimeSpan.FromSeconds(1) / pacing.MaxPerSecond;
    private readonly TimeSpan _keepAlive = TimeSpan.FromMilliseconds(pacing.KeepAliveMilliseconds);
    private FrameSource? _playing;
    private long _number = -1;

    // Pictures are counted on the task of the line, dropped moments on that of the stream.
    private readonly Lock _counting = new();
    private FrameReport _report = FrameReport.None;

    /// <summary>How it has gone so far.</summary>
    public FrameReport Report
    {
        get
        {
            lock (_counting)
            {
                return _report;
            }
        }
    }

    /// <summary>The moment at which the loop that plays now began; null when nothing plays.</summary>
    public FrameStamp? Start => Volatile.Read(ref _playing)?.Start;

    /// <summary>Asked before each picture: false when nothing but darkness may be sent any more. Null lets all pass.</summary>
    public Func<bool>? MayLight { get; init; }

    /// <summary>Told when a stream broke off, from the task of <see cref="RunAsync"/>; must neither wait nor throw.</summary>
    public Action<DialogueStep.Done>? Broken { get; init; }

    /// <summary>
    /// Put round the conversation of every further picture, such as a heartbeat; what can be disposed of is, when the picture is over. Null puts nothing round it.
    /// </summary>
    public Func<IPanelDialogue, IPanelDialogue>? Guard { get; init; }

    /// <summary>
    /// The conversation that begins a loop of pages with its first picture. What played before ends when it starts; when it ends well, <see cref="RunAsync"/>
    /// goes on with the second picture.
    /// </summary>
    /// <param name="pages">The loop, at least one page.</param>
    /// <param name="face">Pixels of the glass.</param>
    public IPanelDialogue Begin(IReadOnlyList<Page> pages, PixelSize face)
    {
        var loop = new LoopPlayer(pages, face);
        FrameSource? source = null;
        PixelFrame? first = null;
        return new GuardedPicture(
            () =>
            {
                Stop();
                source = new FrameSource(loop, face, FrameStamp.Of(time.GetUtcNow()), time.GetTimestamp());
                first = source.Paint(TimeSpan.Zero);
                return draw(first, Tick(source.Start));
            },
            done =>
            {
                if (IsGood(done) && source is not null && first is not null)
                {
                    source.Left(first, TimeSpan.Zero);
                    Count(TimeSpan.Zero);
                    Volatile.Write(ref _playing, source);
                    _rung.Writer.TryWrite(true);
                }
            });
    }

    /// <summary>Ends the stream at once: no further picture leaves. The card keeps the last one until it falls back to its own.</summary>
    public void Stop() => Volatile.Write(ref _playing, null);

    /// <summary>Sends pictures until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = TimeSpan.Zero;
        FrameSource? known = null;
        while (true)
        {
            var playing = Volatile.Read(ref _playing);
            if (playing is null)
            {
                await WaitAsync(null, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (!ReferenceEquals(playing, known))
            {
                (known, due) = (playing, NextDue(playing, TimeSpan.Zero));
            }

            var now = time.GetElapsedTime(playing.Began);
            if (now < due)
            {
                await WaitAsync(due - now, cancellationToken).ConfigureAwait(false);
                continue;
            }

            // The newest moment that has come; older ones are gone.
            var moment = _period * Math.Floor(now / _period);
            Drop((long)((moment - due) / _period));
            await ShowAsync(playing, moment, cancellationToken).ConfigureAwait(false);
            due = NextDue(playing, moment);
        }
    }

    private async Task ShowAsync(FrameSource playing, TimeSpan moment, CancellationToken cancellationToken)
    {
        var frame = playing.Paint(FrameStamp.Round(moment));
        if (ReferenceEquals(frame, playing.Last) && moment - playing.LastAt < _keepAlive)
        {
            return;
        }

        var behind = TimeSpan.Zero;
        var picture = new GuardedPicture(
            () =>
            {
                if (!ReferenceEquals(Volatile.Read(ref _playing), playing) || (!frame.IsDark && MayLight?.Invoke() == false))
                {
                    return null;
                }

                behind = time.GetElapsedTime(playing.Began) - moment;
                return draw(frame, Tick(playing.Start.After(moment)));
            },
            done =>
            {
                if (IsGood(done))
                {
                    playing.Left(frame, moment);
                    Count(behind);
                }
            });
        var done = await AskAsync(Guard?.Invoke(picture) ?? picture, cancellationToken).ConfigureAwait(false);
        if (!done.MadeWay && !IsGood(done) && ReferenceEquals(Interlocked.CompareExchange(ref _playing, null, playing), playing))
        {
            Broken?.Invoke(done);
        }
    }

    private async Task<DialogueStep.Done> AskAsync(IPanelDialogue picture, CancellationToken cancellationToken)
    {
        using var guard = picture as IDisposable;
        return await line.AskAsync(picture, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The next moment of which a picture is wanted: when it may have changed, or when the card must be kept awake.</summary>
    private TimeSpan NextDue(FrameSource playing, TimeSpan moment)
    {
        var changes = playing.SteadyUntil(FrameStamp.Round(moment));
        var sleeps = playing.LastAt + _keepAlive;
        var wish = changes < sleeps ? changes : sleeps;
        return _period * Math.Max(Math.Floor(moment / _period) + 1, Math.Ceiling(wish / _period));
    }

    // Only one picture is under way at a time, so one counter is enough.
    private FrameTick Tick(FrameStamp stamp) => new(++_number, stamp);

    private void Count(TimeSpan behind)
    {
        lock (_counting)
        {
            _report = _report.And(behind, _period);
        }
    }

    private void Drop(long moments)
    {
        lock (_counting)
        {
            _report = _report with { Dropped = _report.Dropped + Math.Max(0, moments) };
        }
    }

    private static bool IsGood(DialogueStep.Done done) => done.Outcome is PanelOutcome.SentUnverified or PanelOutcome.Accepted;

    private async Task WaitAsync(TimeSpan? within, CancellationToken cancellationToken)
    {
        using var late = within is { } wait ? new CancellationTokenSource(wait, time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _rung.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The moment has come.
            return;
        }
    }
}
