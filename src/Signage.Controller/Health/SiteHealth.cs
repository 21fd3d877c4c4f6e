using Microsoft.Extensions.Diagnostics.HealthChecks;
using Signage.Controller.Dispatch;
using Signage.Core.Text;

namespace Signage.Controller.Health;

/// <summary>
/// The health of a site for whoever looks after machines: unhealthy when a part hangs, degraded when a panel does not answer. Says counts, never words that
/// are on a panel.
/// </summary>
/// <param name="pulses">The heartbeats of its parts.</param>
/// <param name="board">What is known of the panels.</param>
public sealed class SiteHealth(Pulses pulses, PanelBoard board) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var hung = pulses.Hung.Count;
        var lost = board.Now.Count(state => state.Reached == false);
        return Task.FromResult(hung > 0 ? HealthCheckResult.Unhealthy(Words.PartsHang.With(hung))
            : lost > 0 ? HealthCheckResult.Degraded(Words.PanelsSilent.With(lost))
            : HealthCheckResult.Healthy());
    }
}
