using Signage.Core.Panels;
using Signage.Simulator.Hosts;
using Signage.Testing.Recording;

namespace Faults.Tests.Rig;

/// <summary>A panel of a test: enrolled at the site, with its card.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Card">Its card.</param>
/// <param name="Reader">Says what packets mean to it.</param>
internal sealed record RigPanel(Panel Panel, RecordingCard Card, PacketReader Reader)
{
    /// <summary>Its id.</summary>
    public string Id => Panel.Id.Value;

    /// <summary>The wire, where it lies inside this process.</summary>
    public CardWire Wire { get; init; } = new();

    /// <summary>The host, where the link is a real one.</summary>
    public IPanelHost? Host { get; set; }

    /// <summary>True while the test does not expect it to show what it should.</summary>
    public bool IsLost { get; set; }
}
