using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;

namespace Signage.Cli.Panels;

/// <summary>
/// Whether a simulated panel can be where somebody wants it. It is asked as a panel that is enrolled: what no site could reach, or no card of the model could light,
/// is refused before anything listens.
/// </summary>
/// <param name="wire">Protocols and links.</param>
internal sealed class SimulatedPlace(WireRoom wire)
{
    private const string AnyDevice = "/dev/pts/0";

    /// <summary>The model as the card of this place stands for it: at the address that was written, where there is one.</summary>
    /// <exception cref="UserError">One line with everything that keeps it from being there.</exception>
    public DeviceProfile Require(Uri listen, DeviceProfile profile, PanelFace face)
    {
        Faces.Require(face, profile);
        var panel = AsPanel(listen);
        var (asked, written) = (EndpointText.Of(panel), EndpointText.Of(listen));
        Refuse(wire.Transports.Complaints(panel, profile).Select(complaint => complaint.Replace(asked, written, StringComparison.Ordinal)));
        var (adapter, card) = (profile.Adapter(wire.Adapters), profile.AtAddress(PanelAddress.Of(listen).Card));
        Refuse(adapter.Validate(card));
        Refuse(adapter.Complaints(card, face));
        return card;
    }

    private static void Refuse(IEnumerable<string> complaints)
    {
        var told = string.Join("; ", complaints);
        if (told.Length > 0)
        {
            throw new UserError(told);
        }
    }

    // As a controller would write it: a pseudo-terminal is a serial device to it, and a free port, written 0, is some port.
    private static Uri AsPanel(Uri listen)
    {
        if (listen.Scheme == "pty")
        {
            return new Uri($"serial:{(listen.AbsolutePath.Length > 1 ? listen.AbsolutePath : AnyDevice)}{listen.Query}");
        }

        var query = string.Join('&', listen.Query.TrimStart('?').Split('&').Select(pair => pair.Equals("control=0", StringComparison.OrdinalIgnoreCase) ? "control=1" : pair));
        return listen.Port > 0 && "?" + query == listen.Query
            ? listen
            : new UriBuilder(listen) { Port = listen.Port > 0 ? listen.Port : 1, Query = query }.Uri;
    }
}
