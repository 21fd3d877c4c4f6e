using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Hosts;

namespace Signage.Cli.Composition;

/// <summary>Panels made of software, as far as the command line needs them.</summary>
internal interface ISimulationRoom
{
    /// <summary>A card for a profile and face.</summary>
    /// <param name="profile">The card model.</param>
    /// <param name="face">The panel's pixels.</param>
    /// <param name="faultsFile">A file that plans what goes wrong with it; null for nothing.</param>
    /// <exception cref="NotSupportedException">No card is simulated for the protocol, or the face exceeds it.</exception>
    /// <exception cref="Terminal.UserError">The file is missing or is no plan of faults.</exception>
    ISimulatedCard Create(DeviceProfile profile, PanelFace face, string? faultsFile = null);

    /// <summary>Puts a card on a link.</summary>
    /// <exception cref="IOException">The link cannot be opened; the message is one clear line.</exception>
    Task<IPanelHost> StartAsync(Uri listen, ISimulatedCard card, CancellationToken cancellationToken);

    /// <summary>Serves the glass of a card on a loopback port and says where.</summary>
    Task<(Uri Address, IAsyncDisposable Server)> ViewAsync(
        ISimulatedCard card, DeviceProfile profile, PanelFace face, int port, CancellationToken cancellationToken);
}
