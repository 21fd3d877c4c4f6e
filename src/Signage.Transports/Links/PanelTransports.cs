namespace Signage.Transports.Links;

/// <summary>The transports of a program, by URI scheme.</summary>
public sealed class PanelTransports
{
    private readonly Dictionary<string, IPanelTransport> _byScheme = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the transports.</summary>
    /// <exception cref="ArgumentException">Two of them claim the same scheme.</exception>
    public PanelTransports(IEnumerable<IPanelTransport> transports)
    {
        ArgumentNullException.ThrowIfNull(transports);
        foreach (var transport in transports)
        {
            if (!_byScheme.TryAdd(transport.Scheme, transport))
            {
                throw new ArgumentException($"Two transports claim the scheme '{transport.Scheme}'.", nameof(transports));
            }
        }
    }

    /// <summary>The schemes that can be opened, sorted.</summary>
    public IReadOnlyList<string> Schemes => [.. _byScheme.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The transport of a scheme; null when there is none.</summary>
    public IPanelTransport? Find(string scheme) => _byScheme.GetValueOrDefault(scheme);
}
