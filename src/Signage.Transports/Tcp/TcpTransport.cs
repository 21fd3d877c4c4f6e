using System.Net.Sockets;
using Signage.Core.Text;
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
            yield return Words.TcpNoHost.With(EndpointText.Of(endpoint));
            yield break;
        }

        if (endpoint.Port is < 1 or > 65535)
        {
            yield return Words.TcpNoPort.With(EndpointText.Of(endpoint), endpoint.Host);
        }

        if (endpoint.AbsolutePath is not ("" or "/") || PanelAddress.Of(endpoint).Line.Query.Length > 0 || endpoint.UserInfo.Length > 0)
        {
            yield return Words.TcpTakesOnly.With(EndpointText.Of(endpoint));
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

        var name = EndpointText.Of(endpoint);
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
            throw new LinkException(Explain(name, failure.SocketErrorCode), failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new LinkException(Words.TcpSilentWithin.With(name, ConnectWithin.TotalSeconds), failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Explain(string name, SocketError error) => error switch
    {
        SocketError.ConnectionRefused => Words.TcpRefused.With(name),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => Words.NoSuchHost.With(name),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => Words.Unreachable.With(name),
        SocketError.TimedOut => Words.TcpSilent.With(name),
        _ => Words.TcpOther.With(name, error),
    };
}
