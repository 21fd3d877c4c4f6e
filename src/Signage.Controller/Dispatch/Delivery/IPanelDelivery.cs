using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Transports.Streaming;

namespace Signage.Controller.Dispatch.Delivery;

/// <summary>How shows reach the glass of one panel. Used by its worker.</summary>
internal interface IPanelDelivery
{
    /// <summary>The conversation that lights a show. It goes over the line for content.</summary>
    /// <param name="show">The show.</param>
    /// <param name="use">Whether a card that keeps every show may write its storage.</param>
    IPanelDialogue Light(Show show, StorageUse use);

    /// <summary>The conversation that darkens the panel, and keeps it dark. It goes over the line for content.</summary>
    /// <param name="atOnce">True when a person waits: a silent card is not asked again and again.</param>
    IPanelDialogue Darken(bool atOnce);

    /// <summary>The moment at which the stream that plays now began, as it is stamped into its pictures; null when nothing is streamed.</summary>
    FrameStamp? StreamStart { get; }

    /// <summary>How the stream has gone so far; null for a card that animates by itself. From any thread.</summary>
    FrameReport? Report { get; }

    /// <summary>How what was lit broke off since the last time; null when it did not. Never waits.</summary>
    DialogueStep.Done? TakeFailure();

    /// <summary>Does what has to be done between conversations, until told to stop.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
