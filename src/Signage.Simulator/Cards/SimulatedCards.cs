using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Cards;

/// <summary>Builds the simulated card for a profile.</summary>
public static class SimulatedCards
{
    /// <summary>Builds a card.</summary>
    /// <exception cref="NotSupportedException">No card is simulated for the protocol of the profile, or the face exceeds it; the message says which.</exception>
    public static ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock) =>
        throw new NotImplementedException($"{profile} {face} {clock}");
}
