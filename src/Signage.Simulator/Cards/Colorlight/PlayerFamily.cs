using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>Colorlight players.</summary>
internal sealed class PlayerFamily : ISimulatedFamily
{
    /// <inheritdoc />
    public string Protocol => "colorlight-player";

    /// <inheritdoc />
    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults) => new PlayerCard(profile, face, clock, faults);
}
