using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>Matrix clocks with AWTRIX 3.</summary>
internal sealed class AwtrixFamily : ISimulatedFamily
{
    /// <inheritdoc />
    public string Protocol => "awtrix3";

    /// <inheritdoc />
    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock, CardFaults faults) =>
        new AwtrixCard(profile.ToAbilities().DefaultStep, face, clock, faults);
}
