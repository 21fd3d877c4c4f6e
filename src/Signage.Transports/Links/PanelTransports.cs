using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Transports.Links;

/// <summary>The transports of a program, by URI scheme and shape.</summary>
public sealed class PanelTransports
{
    private readonly Dictionary<(string Scheme, LinkShape Shape), IPanelTransport> _known = [];

    /// <summary>Takes the transports.</summary>
    /// <exception cref="ArgumentException">Two of them claim the same scheme and shape.</exception>
    public PanelTransports(IEnumerable<IPanelTransport> transports)
    {
        ArgumentNullException.ThrowIfNull(transports);
        foreach (var transport in transports)
        {
            if (!_known.TryAdd((transport.Scheme, transport.Shape), transport))
            {
                throw new ArgumentException($"Two transports claim the scheme '{transport.Scheme}'.", nameof(transports));
            }
        }
    }

    /// <summary>The schemes that can be opened, sorted.</summary>
    public IReadOnlyList<string> Schemes => [.. _known.Keys.Select(key => key.Scheme).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The transport that reaches a card of a model over a scheme; null when there is none.</summary>
    public IPanelTransport? Find(string scheme, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(profile);
        var lower = scheme.ToLowerInvariant();
        return Find(lower, profile.ShapeOf(lower));
    }

    /// <summary>Everything that keeps a card of a model from being reached at an endpoint, a line each; empty when it can be tried.</summary>
    public IEnumerable<string> Complaints(Uri endpoint, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(profile);
        var name = EndpointText.Of(endpoint);

        // A scheme that no file names, such as a loop of memory, will do where it carries what the card speaks.
        if (Find(endpoint.Scheme, profile) is not { } transport || !profile.Links.Any(link => profile.ShapeOf(link.Scheme) == transport.Shape))
        {
            return [Words.NotItsLink.With(name, profile.Id, endpoint.Scheme, string.Join(", ", profile.Links.Select(link => link.Scheme).Distinct()))];
        }

        // The transport says what is wrong with how an address or a control port is written; whether there can be one at all depends on the card.
        string[] written = [.. transport.Validate(endpoint)];
        var address = PanelAddress.Of(endpoint);
        return written.Length > 0 ? written :
        [
            .. address.Card is not null && transport.Shape != LinkShape.Stream ? (string[])[Words.NoCardAddress.With(name)] : [],
            .. address.ControlPort is not null && profile.Control is null ? (string[])[Words.NoSecondLink.With(name, profile.Id)] : [],
        ];
    }

    /// <summary>The transport of a scheme and shape; null when there is none.</summary>
    public IPanelTransport? Find(string scheme, LinkShape shape) => _known.GetValueOrDefault((scheme.ToLowerInvariant(), shape));
}
