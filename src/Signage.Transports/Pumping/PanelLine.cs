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
    /// <summary>Where the card is.</summary>
    public Uri Endpoint => endpoint;

    /// <summary>Runs one dialogue. A link that cannot be opened or breaks is an outcome (<see cref="PanelOutcome.NoAnswer"/> with the reason), not an exception.</summary>
    public Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{transport} {pump} {dialogue} {cancellationToken}");

    /// <summary>Closes the link within a deadline.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
