using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Ddp;

/// <summary>Displays that take pixels by DDP.</summary>
internal sealed class DdpFamily : ISimulatedFamily
{
    /// <inheritdoc/>
    public string Protocol => "ddp";

    /// <inheritdoc/>
    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults) => new DdpCard(profile, face, clock, faults);
}
