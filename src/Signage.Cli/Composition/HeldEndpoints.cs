using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Locks;

namespace Signage.Cli.Composition;

/// <summary>Every endpoint of one panel, held against other programs as a site holds them: the control port of a card with two links too.</summary>
internal sealed class HeldEndpoints : IDisposable
{
    private readonly List<EndpointLock> _held = [];

    private HeldEndpoints()
    {
    }

    /// <summary>Takes them all, or none.</summary>
    /// <param name="runtimeFolder">Where the programs of this user meet.</param>
    /// <param name="endpoint">Where the panel is.</param>
    /// <param name="profile">Says whether its card has a second link.</param>
    /// <param name="holder">Who takes them, for the others to read.</param>
    /// <exception cref="UserError">Another program has one of them; the message names both.</exception>
    public static HeldEndpoints Take(string runtimeFolder, Uri endpoint, DeviceProfile profile, string holder)
    {
        var address = PanelAddress.Of(endpoint);
        var taken = new HeldEndpoints();
        foreach (var link in new[] { address.Line, address.Control(profile) }.OfType<Uri>())
        {
            if (EndpointLock.TryTake(runtimeFolder, link, holder, out var heldBy) is { } held)
            {
                taken._held.Add(held);
                continue;
            }

            taken.Dispose();
            throw new UserError(Words.EndpointHeld.With(EndpointText.Of(link), heldBy));
        }

        return taken;
    }

    /// <inheritdoc/>
    public void Dispose() => _held.ForEach(held => held.Dispose());
}
