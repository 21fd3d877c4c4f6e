using Signage.Controller.Health;
using Signage.Core.Panels;

namespace Signage.Controller.Dispatch;

/// <summary>The heartbeats of one panel: its worker and its stream each have one, so that neither hides that the other hangs. Dispose it when they have ended.</summary>
public sealed class PanelPulses : IDisposable
{
    private readonly Pulses _all;

    /// <param name="panel">The panel.</param>
    /// <param name="all">The heartbeats of the site.</param>
    public PanelPulses(PanelId panel, Pulses all)
    {
        ArgumentNullException.ThrowIfNull(all);
        (_all, Worker, Stream) = (all, all.Of($"panel {panel}"), all.Of($"stream of panel {panel}"));
    }

    /// <summary>Of whoever asks and sends.</summary>
    public Pulse Worker { get; }

    /// <summary>Of whatever is streamed between the questions.</summary>
    public Pulse Stream { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _all.Remove(Worker);
        _all.Remove(Stream);
    }
}
