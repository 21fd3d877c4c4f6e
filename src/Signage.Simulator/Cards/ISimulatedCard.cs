using Signage.Simulator.Clocks;

namespace Signage.Simulator.Cards;

/// <summary>
/// A card made of software: fed with what its link brings (<see cref="IByteCard"/> or <see cref="IMessageCard"/>), it answers and lights its own glass. It
/// owns no socket. Strict like the manual: what the manual refuses is refused. Thread-safe.
/// </summary>
public interface ISimulatedCard
{
    /// <summary>The card's own clock.</summary>
    CardClock Clock { get; }

    /// <summary>What is lit and held now.</summary>
    GlassReading Read();

    /// <summary>Power goes: the glass is dark and the card deaf until it comes back. Volatile content is lost, the flash stays.</summary>
    void CutPower();

    /// <summary>Power comes back: the card plays what its flash holds. Does nothing while there is power.</summary>
    void RestorePower();

    /// <summary>Power goes and comes back at once.</summary>
    void PowerCycle();
}
