using System.IO.Pipelines;
using Signage.Testing.Invariants;
using Signage.Transports.Links;

namespace Signage.Testing.Recording;

/// <summary>Opens links that tell a history of every packet before it leaves, and what it would do to a card that hears it.</summary>
/// <param name="transport">Opens the links.</param>
/// <param name="readers">The panels that hang on an endpoint.</param>
/// <param name="history">Is told.</param>
public sealed class RecordingTransport(IPanelTransport transport, Func<Uri, IReadOnlyList<PacketReader>> readers, SiteHistory history) : IPanelTransport
{
    /// <inheritdoc />
    public string Scheme => transport.Scheme;

    /// <inheritdoc />
    public IEnumerable<string> Validate(Uri endpoint) => transport.Validate(endpoint);

    /// <inheritdoc />
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) =>
        await transport.OpenAsync(endpoint, cancellationToken) is IByteLink link ? new Recorded(link, readers(endpoint), history) : throw new NotSupportedException("Only packets on wires are recorded.");

    // What comes in is handed on as it is: another reader between would add a moment in which an answer is under way.
    private sealed class Recorded(IByteLink link, IReadOnlyList<PacketReader> panels, SiteHistory history) : IByteLink
    {
        public PipeReader Input => link.Input;

        public string WhyClosed => link.WhyClosed;

        public ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
        {
            foreach (var (panel, reading) in panels.Select(panel => (panel, panel.Read(packet))))
            {
                if (reading is not null)
                {
                    history.Add(at => new PacketSent(at, panel.Panel.Value, reading.Digest, RecordingCard.IsDark(reading)));
                }
            }

            return link.SendAsync(packet, cancellationToken);
        }

        public TimeSpan LineTime(int bytes) => link.LineTime(bytes);

        public ValueTask DisposeAsync() => link.DisposeAsync();
    }
}
