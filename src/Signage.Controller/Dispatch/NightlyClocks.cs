using Signage.Controller.Planning;

namespace Signage.Controller.Dispatch;

/// <summary>校时: has the clocks of all cards read and set when its bell rings, once a night.</summary>
/// <param name="fleet">Reaches the cards.</param>
/// <param name="bell">Rung once a night.</param>
public sealed class NightlyClocks(PanelFleet fleet, Bell bell)
{
    /// <summary>Waits for the bell, night after night, until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await bell.WaitAsync(cancellationToken).ConfigureAwait(false);
            fleet.SetClocks();
        }
    }
}
