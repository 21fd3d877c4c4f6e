using System.Net.Sockets;
using Signage.Core.Text;

namespace Signage.Transports.Udp;

/// <summary>Why datagrams go nowhere, in words of the bench.</summary>
internal static class UdpRefusal
{
    /// <summary>The endpoint, the reason and what to do.</summary>
    public static string Explain(string name, SocketError error) => error switch
    {
        SocketError.ConnectionRefused or SocketError.ConnectionReset => Words.UdpRefused.With(name),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => Words.NoSuchHost.With(name),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => Words.Unreachable.With(name),
        SocketError.MessageSize => Words.UdpTooLarge.With(name),
        _ => Words.UdpOther.With(name, error),
    };
}
