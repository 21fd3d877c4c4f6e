using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Testing.Recording;
using Signage.Transports.Links;

namespace Signage.Testing.Invariants.Outside;

/// <summary>A panel on a real link, for a site in a process of its own. Its card lives on with the test, whatever becomes of the site, and tells a history what it hears.</summary>
public sealed class OutsidePanel : IAsyncDisposable
{
    private readonly RecordingCard _card;
    private readonly IPanelHost _host;

    private OutsidePanel(Panel panel, RecordingCard card, IPanelHost host) => (Panel, _card, _host) = (panel, card, host);

    /// <summary>The panel as a site enrols it.</summary>
    public Panel Panel { get; }

    /// <summary>Its id.</summary>
    public string Id => Panel.Id.Value;

    /// <summary>What it holds; null for nothing.</summary>
    public ShowDigest? Holds => _card.Read().Digest;

    /// <summary>Puts a card on a link.</summary>
    /// <param name="id">The id of the panel.</param>
    /// <param name="profile">The card model.</param>
    /// <param name="face">The face.</param>
    /// <param name="listen">The link, see <see cref="PanelHosts"/>.</param>
    /// <param name="history">Is told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<OutsidePanel> StartAsync(
        string id, DeviceProfile profile, PanelFace face, Uri listen, SiteHistory history, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var panel = new Panel(new PanelId(id), id, profile.Id, face, listen);
        var reader = new PacketReader(panel, profile);
        var simulated = (IByteCard)SimulatedCards.Create(profile.AtAddress(PanelAddress.Of(listen).Card), face, new CardClock(TimeProvider.System));
        var card = new RecordingCard(simulated, reader, history);
        var host = await PanelHosts.StartAsync(listen, new HeardCard(card, reader, history), TimeProvider.System, cancellationToken);
        return new OutsidePanel(panel with { Endpoint = host.Endpoint }, card, host);
    }

    /// <summary>Looks at the glass for the history.</summary>
    /// <returns>What the card holds.</returns>
    public ShowDigest? Look() => _card.Look().Digest;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
