using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards;

/// <summary>Builds the simulated cards of one protocol. Has no state and a constructor without arguments: it is found by itself.</summary>
internal interface ISimulatedFamily
{
    /// <summary>The protocol, as profiles name it.</summary>
    string Protocol { get; }

    /// <summary>Builds a card.</summary>
    /// <param name="profile">The card model.</param>
    /// <param name="face">The panel's pixels.</param>
    /// <param name="clock">The card's own clock.</param>
    /// <param name="faults">What goes wrong with it.</param>
    ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults);
}
