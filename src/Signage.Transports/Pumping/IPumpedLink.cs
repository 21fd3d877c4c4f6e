using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>A link as the pump uses it, whatever its shape.</summary>
internal interface IPumpedLink
{
    /// <summary>Throws away what has come in by now: it answers older questions. False when the far side is gone.</summary>
    bool Discard();

    /// <summary>Whether the link can carry a message of this kind.</summary>
    bool Carries(WireMessage message);

    /// <summary>Sends a message. Answers how long it takes to leave.</summary>
    /// <exception cref="LinkException">The link is gone.</exception>
    ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken);

    /// <summary>How long a message takes to leave.</summary>
    TimeSpan LineTime(WireMessage message);

    /// <summary>Waits until there is something to offer.</summary>
    ValueTask WaitAsync(CancellationToken cancellationToken);

    /// <summary>Offers what is here to the dialogue, without waiting.</summary>
    /// <param name="dialogue">The conversation.</param>
    /// <param name="step">What it said; <see cref="DialogueStep.KeepListening"/> when it could do nothing with it.</param>
    /// <returns>False when there was nothing to offer.</returns>
    bool TryOffer(IPanelDialogue dialogue, out DialogueStep step);
}

/// <summary>A link of each kind as the pump uses it.</summary>
internal static class PumpedLinks
{
    /// <summary>The one for a link.</summary>
    public static IPumpedLink Of(IPanelLink link) => link switch
    {
        IByteLink bytes => new PumpedBytes(bytes),
        IMessageLink messages => new PumpedMessages(messages),
        _ => throw new ArgumentException($"{link.GetType().Name} is neither a byte link nor a message link.", nameof(link)),
    };
}
