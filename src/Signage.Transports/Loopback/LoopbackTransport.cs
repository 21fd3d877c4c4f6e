using System.Threading.Channels;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Loopback;

/// <summary>Wires inside this process: <c>loopback:anything</c>. Whoever plays the cards accepts the far ends.</summary>
public sealed class LoopbackTransport : IPanelTransport
{
    private const int MaxWaiting = 16;

    private readonly Channel<LoopbackLink> _farEnds = Channel.CreateBounded<LoopbackLink>(MaxWaiting);

    /// <inheritdoc/>
    public string Scheme => "loopback";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint) => [];

    /// <inheritdoc/>
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var (near, far) = LoopbackLink.CreatePair();
        if (_farEnds.Writer.TryWrite(far))
        {
            return near;
        }

        await near.DisposeAsync().ConfigureAwait(false);
        await far.DisposeAsync().ConfigureAwait(false);
        throw new LinkException(Words.NobodyAccepts.With(EndpointText.Of(endpoint)));
    }

    /// <summary>Waits for the far end of the next link that is opened; the caller owns it.</summary>
    public ValueTask<LoopbackLink> AcceptAsync(CancellationToken cancellationToken) => _farEnds.Reader.ReadAsync(cancellationToken);
}
