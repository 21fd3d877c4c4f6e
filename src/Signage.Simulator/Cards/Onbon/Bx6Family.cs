using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Onbon;

/// <summary>Cards that speak BX-6.</summary>
internal sealed class Bx6Family : ISimulatedFamily
{
    /// <inheritdoc />
    public string Protocol => "onbon-bx6";

    /// <inheritdoc />
    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults) => new Bx6Card(profile, face, clock, faults);
}
