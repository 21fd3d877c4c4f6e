namespace Signage.Protocols.Adapters;

/// <summary>The adapters by protocol name.</summary>
public sealed class PanelAdapters
{
    private readonly Dictionary<string, IPanelAdapter> _byProtocol = new(StringComparer.Ordinal);

    /// <summary>Takes the adapters of a program.</summary>
    /// <exception cref="ArgumentException">Two adapters claim the same protocol.</exception>
    public PanelAdapters(IEnumerable<IPanelAdapter> adapters)
    {
        ArgumentNullException.ThrowIfNull(adapters);
        foreach (var adapter in adapters)
        {
            if (!_byProtocol.TryAdd(adapter.Protocol, adapter))
            {
                throw new ArgumentException($"Two adapters claim the protocol '{adapter.Protocol}'.", nameof(adapters));
            }
        }
    }

    /// <summary>The protocols that can be spoken, sorted.</summary>
    public IReadOnlyList<string> Protocols => [.. _byProtocol.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The adapter of a protocol; null when there is none.</summary>
    public IPanelAdapter? Find(string protocol) => _byProtocol.GetValueOrDefault(protocol);
}
