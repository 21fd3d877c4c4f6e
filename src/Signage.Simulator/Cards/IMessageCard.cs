using Signage.Protocols.Dialogues;

namespace Signage.Simulator.Cards;

/// <summary>A card whose messages have bounds: datagrams, topics below its base, or requests.</summary>
public interface IMessageCard : ISimulatedCard
{
    /// <summary>The shapes of link that it listens on, each at most once.</summary>
    IReadOnlyList<LinkShape> Shapes { get; }

    /// <summary>
    /// Takes a message and answers: a <see cref="WireMessage.Datagrams"/> holds one packet and has any number of answers, a <see cref="WireMessage.Topic"/> too,
    /// a <see cref="WireMessage.Request"/> has one, or none when the card is without power.
    /// </summary>
    IReadOnlyList<WireAnswer> OnMessage(WireMessage message);
}
