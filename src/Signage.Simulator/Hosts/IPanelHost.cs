using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>Puts a simulated card on a real link. Owns the link; disposing it takes the panel off the line.</summary>
public interface IPanelHost : IAsyncDisposable
{
    /// <summary>The endpoint that a controller uses to reach the card, such as <c>tcp://127.0.0.1:41007</c> or <c>serial:/dev/pts/3?baud=57600</c>.</summary>
    Uri Endpoint { get; }

    /// <summary>The card on the link.</summary>
    ISimulatedCard Card { get; }

    /// <summary>What a card threw, which no card may; null as long as all is well. Told on standard error too: a simulated card must not be silent by a mistake of ours.</summary>
    Exception? Fault => null;
}
