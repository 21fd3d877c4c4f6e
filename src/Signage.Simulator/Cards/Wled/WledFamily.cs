using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Wled;

/// <summary>Controllers with WLED on them.</summary>
internal sealed class WledFamily : ISimulatedFamily
{
    /// <inheritdoc/>
    public string Protocol => "wled";

    /// <inheritdoc/>
    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults) => new WledCard(profile, face, clock, faults);
}
