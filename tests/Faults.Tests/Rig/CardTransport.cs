using Signage.Transports.Links;

namespace Faults.Tests.Rig;

/// <summary>Opens <see cref="CardWire"/>s by name: <c>card:gate</c>, or <c>card:bus?address=0100</c> where several cards hang on one.</summary>
/// <param name="wires">The wires.</param>
internal sealed class CardTransport(IReadOnlyDictionary<string, CardWire> wires) : IPanelTransport
{
    public string Scheme => "card";

    public IEnumerable<string> Validate(Uri endpoint) => wires.ContainsKey(endpoint.AbsolutePath) ? [] : [$"{endpoint}: no such wire"];

    public ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) =>
        wires[endpoint.AbsolutePath].Open() is { } link ? ValueTask.FromResult<IPanelLink>(link) : throw new LinkException($"{endpoint}: the cable is out");
}
