using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;
using Signage.Simulator.Hosts;
using Signage.Simulator.View;

namespace Signage.Cli.Composition;

/// <summary>Simulated panels of the Simulator.</summary>
/// <param name="time">The clock that cards and lines run with.</param>
internal sealed class SimulationRoom(TimeProvider time) : ISimulationRoom
{
    /// <inheritdoc />
    public ISimulatedCard Create(DeviceProfile profile, PanelFace face, string? faultsFile) =>
        SimulatedCards.Create(profile, face, new CardClock(time), faultsFile is null ? null : ReadFaults(faultsFile));

    /// <inheritdoc />
    public Task<IPanelHost> StartAsync(Uri listen, ISimulatedCard card, CancellationToken cancellationToken) =>
        PanelHosts.StartAsync(listen, card, time, cancellationToken);

    /// <inheritdoc />
    public async Task<(Uri Address, IAsyncDisposable Server)> ViewAsync(
        ISimulatedCard card, DeviceProfile profile, PanelFace face, int port, CancellationToken cancellationToken)
    {
        var view = await GlassView.StartAsync(card, port, cancellationToken).ConfigureAwait(false);
        return (view.Address, view);
    }

    private static FaultPlan ReadFaults(string path)
    {
        try
        {
            return FaultPlanReader.Read(File.ReadAllText(path));
        }
        catch (FormatException wrong)
        {
            throw new UserError(Words.FaultsUnusable.With(path, wrong.Message));
        }
    }
}
