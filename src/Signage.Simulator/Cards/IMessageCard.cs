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

    /// <summary>
    /// What the card says without being asked and has not said yet, by its own clock at this moment; nothing from a card that only answers. Whoever has it on
    /// a link that it can speak on asks now and then: a card has no thread of its own.
    /// </summary>
    IReadOnlyList<WireAnswer> Due() => [];
}
