using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>
/// A line to one or more cards: opens, owns and disposes its link, and lets one dialogue at a time through in the order of asking. The link
/// stays open between dialogues and is replaced after a failure, a cancellation or a spoiled exchange.
/// </summary>
/// <param name="endpoint">Where the card is.</param>
/// <param name="transport">Opens links to it.</param>
/// <param name="pump">Carries dialogues.</param>
public sealed class PanelLine(Uri endpoint, IPanelTransport transport, DialoguePump pump) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly LinkHolder _holder = new(endpoint, transport, pump.Time);
    private int _disposed;

    /// <summary>Where the card is.</summary>
    public Uri Endpoint => endpoint;

    /// <summary>How many links of this line did not close in time and were left behind. Sixteen of them mean: restart the program.</summary>
    public int AbandonedLinks => _holder.Abandoned;

    /// <summary>Runs one dialogue in its turn.</summary>
    public Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, Urgency urgency, CancellationToken cancellationToken) => AskAsync(dialogue, cancellationToken);

    /// <summary>Runs one dialogue. A link that cannot be opened or breaks is an outcome (<see cref="PanelOutcome.NoAnswer"/> with the reason), not an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    /// <exception cref="ObjectDisposedException">The line was closed before.</exception>
    public async Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            await _turn.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                return await TalkAsync(dialogue, either.Token).ConfigureAwait(false);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && _closing.IsCancellationRequested)
        {
            return NoAnswer("the line was closed");
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
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await _holder.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            // Neither the semaphore nor the source is disposed: both hold no handle, and a caller may still be on its way out.
            _turn.Release();
        }
    }

    private async Task<DialogueStep.Done> TalkAsync(IPanelDialogue dialogue, CancellationToken cancellationToken)
    {
        var keep = false;
        try
        {
            var link = await _holder.OpenAsync(cancellationToken).ConfigureAwait(false);
            var done = await pump.RunAsync(link, dialogue, cancellationToken).ConfigureAwait(false);
            keep = !done.LinkSpoiled;
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

    private static DialogueStep.Done NoAnswer(string detail) => new(PanelOutcome.NoAnswer, Detail: detail, LinkSpoiled: true);
}
