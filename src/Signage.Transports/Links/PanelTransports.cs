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

    /// <summary>The transport of a scheme and shape; null when there is none.</summary>
    public IPanelTransport? Find(string scheme, LinkShape shape) => _known.GetValueOrDefault((scheme.ToLowerInvariant(), shape));
}
