using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;

namespace Signage.Controller.Dispatch;

/// <summary>What a worker talks to.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Profile">Its card model.</param>
/// <param name="Adapter">The protocol of the model.</param>
/// <param name="Lines">How it is reached.</param>
/// <param name="Pulses">The heartbeats of whoever works here.</param>
public sealed record PanelPost(Panel Panel, DeviceProfile Profile, IPanelAdapter Adapter, PanelLines Lines, PanelPulses Pulses)
{
    private const int BitsAByte = 10;

    /// <summary>What a clock on the wall of the site shows; null while nobody knows what time it is. From any thread.</summary>
    public Func<DateTimeOffset?> Wall { get; init; } = static () => null;

    /// <summary>
    /// How long one step of a conversation may take before its worker counts as hung, besides the time for an answer that the step itself asks for: an
    /// ordinary step, one answer time, and the largest packet at the speed of the line. Every wait inside has a deadline of its own; this is for what nobody thought of.
    /// </summary>
    public TimeSpan LongestStep => LongestStepOf(Panel, Profile);

    /// <summary>The same for a conversation that no worker holds.</summary>
    public static TimeSpan LongestStepOf(Panel panel, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(profile);
        return Health.Pulses.Ordinary + TimeSpan.FromMilliseconds(profile.Timing.AnswerMilliseconds)
            + TimeSpan.FromSeconds(PanelAddress.Of(panel.Endpoint).Baud is { } baud ? profile.Packets.MaxBytes * BitsAByte / (double)baud : 0);
    }
}
