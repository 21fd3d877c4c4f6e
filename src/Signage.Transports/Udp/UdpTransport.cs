using System.Net.Sockets;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Udp;

/// <summary>Cards that take datagrams: <c>udp://192.168.1.30:4048</c>.</summary>
/// <param name="time">Counts deadlines.</param>
public sealed class UdpTransport(TimeProvider time) : IPanelTransport
{
    // Room for some pictures of a large face. What does not fit waits in the send, so a small buffer would pace a picture by the speed of the cable.
    private const int SendBuffer = 1 << 20;

    /// <inheritdoc/>
    public string Scheme => "udp";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint) => HostPort.Complaints(endpoint, name => Words.UdpTakesOnly.With(name));

    /// <inheritdoc/>
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        if (Validate(endpoint).FirstOrDefault() is { } complaint)
        {
            throw new LinkException(complaint);
        }

        var name = EndpointText.Of(endpoint);
        var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.SendBufferSize = SendBuffer;
            await socket.ConnectAsync(endpoint.IdnHost, endpoint.Port, cancellationToken).ConfigureAwait(false);
            return new UdpLink(socket, name, time);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new LinkException(UdpRefusal.Explain(name, failure.SocketErrorCode), failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
