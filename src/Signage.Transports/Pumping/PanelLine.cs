using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>
/// A line to one or more cards: opens, owns and disposes its link, and lets one dialogue at a time through, urgent ones first, else in the order
/// of asking. The link stays open between dialogues and is replaced after a failure, a cancellation or a spoiled exchange. Every dialogue is told
/// whether an answer to an older question may still come; after a fresh link, and after anything but an answer, it may.
/// </summary>
/// <param name="endpoint">Where the card is, see <see cref="PanelAddress.Line"/>.</param>
/// <param name="transport">Opens links to it.</param>
/// <param name="pump">Carries dialogues.</param>
public sealed class PanelLine(Uri endpoint, IPanelTransport transport, DialoguePump pump) : IAsyncDisposable
{
    private readonly LineTurn _turn = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly LinkHolder _holder = new(endpoint, transport, pump.Time);

    // The link on which the last exchange ended with an answer.
    private IPanelLink? _inStep;
    private int _disposed;

    /// <summary>Where the card is.</summary>
    public Uri Endpoint => endpoint;

    /// <summary>How many links of this line did not close in time and were left behind. Sixteen of them mean: restart the program.</summary>
    public int AbandonedLinks => _holder.Abandoned;

    /// <summary>Runs one ordinary dialogue: <see cref="AskAsync(IPanelDialogue, Urgency, CancellationToken)"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    /// <exception cref="ObjectDisposedException">The line was closed before.</exception>
    public Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, CancellationToken cancellationToken) =>
        AskAsync(dialogue, Urgency.Ordinary, cancellationToken);

    /// <summary>Runs one dialogue. A link that cannot be opened or breaks is an outcome (<see cref="PanelOutcome.NoAnswer"/> with the reason), not an exception.</summary>
    /// <param name="dialogue">The conversation; not started yet.</param>
    /// <param name="urgency">
    /// An urgent one goes before all ordinary ones that wait, and the ordinary one that is running ends at its next packet boundary with
    /// <see cref="DialogueStep.Done.MadeWay"/>. A link that is being opened is waited for: the urgent one needs the same.
    /// </param>
    /// <param name="cancellationToken">Cancelled when the caller gives up, waiting or talking.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    /// <exception cref="ObjectDisposedException">The line was closed before.</exception>
    public async Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, Urgency urgency, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            using var pass = await _turn.TakeAsync(urgency, either.Token).ConfigureAwait(false);
            return await TalkAsync(dialogue, pass.MakeWay, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && _closing.IsCancellationRequested)
        {
            return NoAnswer(Words.LineClosed);
        }
        catch (OperationCanceledException cause) when (cancellationToken.IsCancellationRequested)
        {
            // The caller knows its own token, not the linked one.
            throw new OperationCanceledException(cause.Message, cause, cancellationToken);
        }
    }

    /// <summary>Ends the running dialogue and closes the link within a deadline.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        // The source is not disposed: it holds no handle, and a caller may still be on its way out.
        using var pass = await _turn.TakeAsync(Urgency.Ordinary, CancellationToken.None).ConfigureAwait(false);
        await _holder.CloseAsync().ConfigureAwait(false);
    }

    private async Task<DialogueStep.Done> TalkAsync(IPanelDialogue dialogue, CancellationToken makeWay, CancellationToken cancellationToken)
    {
        var keep = false;
        var before = _inStep;
        _inStep = null;
        try
        {
            var link = await _holder.OpenAsync(cancellationToken).ConfigureAwait(false);
            var history = ReferenceEquals(link, before) ? LineHistory.InStep : LineHistory.Unknown;
            var done = await pump.RunAsync(link, dialogue, history, makeWay, cancellationToken).ConfigureAwait(false);

            // Making way leaves a good link behind; that a late answer may come over it is what the next dialogue is told.
            keep = !done.LinkSpoiled || done.MadeWay;
            _inStep = After(done, history) == LineHistory.InStep ? link : null;
            return done;
        }
        catch (LinkException broken)
        {
            return NoAnswer(broken.Message);
        }
        finally
        {
            if (!keep)
            {
                await _holder.CloseAsync().ConfigureAwait(false);
            }
        }
    }

    // Only an answer proves that nothing older is under way; where nothing was asked, or nothing ever answers, all is as before.
    private static LineHistory After(DialogueStep.Done done, LineHistory before) =>
        done.LinkSpoiled ? LineHistory.Unknown
        : done.Outcome is PanelOutcome.Accepted or PanelOutcome.Rejected or PanelOutcome.Busy ? LineHistory.InStep
        : before;

    private static DialogueStep.Done NoAnswer(string detail) => new(PanelOutcome.NoAnswer, Detail: detail, LinkSpoiled: true);
}
