using System.IO.Pipelines;
using Signage.Transports.Links;

namespace Signage.Transports.Tests.Serial;

/// <summary>Tells when a line begins to close a link: from then on its clock must stand still, or the closing itself would seem to hang.</summary>
internal sealed class ClosingWatch(IPanelTransport inner) : IPanelTransport
{
    private readonly TaskCompletionSource _closes = new();

    /// <summary>Ends when the first link begins to close.</summary>
    public Task Closes => _closes.Task;

    public string Scheme => inner.Scheme;

    public IEnumerable<string> Validate(Uri endpoint) => inner.Validate(endpoint);

    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken) =>
        new Link(await inner.OpenWireAsync(endpoint, cancellationToken), _closes);

    private sealed class Link(IByteLink inner, TaskCompletionSource closes) : IByteLink
    {
        public PipeReader Input => inner.Input;

        public string WhyClosed => inner.WhyClosed;

        public ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken) => inner.SendAsync(packet, cancellationToken);

        public TimeSpan LineTime(int bytes) => inner.LineTime(bytes);

        public ValueTask DisposeAsync()
        {
            closes.TrySetResult();
            return inner.DisposeAsync();
        }
    }
}
