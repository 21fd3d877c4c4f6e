using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards.Onbon;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Cards;

/// <summary>Builds the simulated card for a profile.</summary>
public static class SimulatedCards
{
    /// <summary>Builds a card.</summary>
    /// <exception cref="NotSupportedException">No card is simulated for the protocol of the profile; the message says which.</exception>
    public static ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Protocol switch
        {
            "onbon-bx6" => new Bx6Card(profile, face, clock),
            _ => throw new NotSupportedException($"{profile.Id}: no card is simulated for the protocol '{profile.Protocol}'."),
        };
    }
}
