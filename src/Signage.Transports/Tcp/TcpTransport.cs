using System.Net.Sockets;
using Signage.Transports.Links;

namespace Signage.Transports.Tcp;

/// <summary>Cards with a network socket, and serial device servers: <c>tcp://192.168.1.20:5005</c>.</summary>
/// <param name="time">Counts deadlines.</param>
public sealed class TcpTransport(TimeProvider time) : IPanelTransport
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Scheme => "tcp";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || endpoint.Host.Length == 0)
        {
            yield return $"{LinkName.Of(endpoint)}: no host; write tcp://192.168.1.20:5005";
            yield break;
        }

        if (endpoint.Port is < 1 or > 65535)
        {
            yield return $"{LinkName.Of(endpoint)}: no port; write tcp://{endpoint.Host}:5005";
        }

        if (endpoint.AbsolutePath is not ("" or "/") || PanelAddress.Of(endpoint).Line.Query.Length > 0 || endpoint.UserInfo.Length > 0)
        {
            yield return $"{LinkName.Of(endpoint)}: tcp takes a host, a port and ?address= only";
        }

        if (PanelAddress.Complaint(endpoint) is { } wrong)
        {
            yield return wrong;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        if (Validate(endpoint).FirstOrDefault() is { } complaint)
        {
            throw new LinkException(complaint);
        }

        var name = LinkName.Of(endpoint);
        using var deadline = new CancellationTokenSource(ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            TcpSettings.Apply(socket);
            await socket.ConnectAsync(endpoint.IdnHost, endpoint.Port, either.Token).ConfigureAwait(false);
            return new TcpLink(socket, name, time);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new LinkException($"{name}: {Explain(failure.SocketErrorCode)}", failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new LinkException($"{name}: no answer within {ConnectWithin.TotalSeconds:0} s; is the card powered and in this network?", failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Explain(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "refused; the device is there, but nothing listens on this port",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => "no such host name",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "unreachable; check the cable and the network mask",
        SocketError.TimedOut => "no answer; is the card powered and in this network?",
        _ => $"cannot connect ({error})",
    };
}
