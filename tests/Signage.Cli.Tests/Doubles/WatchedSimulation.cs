using Signage.Cli.Composition;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Hosts;

namespace Signage.Cli.Tests.Doubles;

/// <summary>The simulated panels of the real program, with somebody before the glass.</summary>
/// <param name="room">Makes them.</param>
internal sealed class WatchedSimulation(ISimulationRoom room) : ISimulationRoom
{
    private readonly TaskCompletionSource<IPanelHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first panel that is on its line.</summary>
    public Task<IPanelHost> Started => _started.Task;

    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, string? faultsFile) => room.Create(profile, face, faultsFile);

    public async Task<IPanelHost> StartAsync(Uri listen, ISimulatedCard card, CancellationToken cancellationToken)
    {
        var host = await room.StartAsync(listen, card, cancellationToken).ConfigureAwait(false);
        _started.TrySetResult(host);
        return host;
    }

    public Task<(Uri Address, IAsyncDisposable Server)> ViewAsync(
        ISimulatedCard card, DeviceProfile profile, PanelFace face, int port, CancellationToken cancellationToken) => room.ViewAsync(card, profile, face, port, cancellationToken);
}
