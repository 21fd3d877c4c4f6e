using System.Net.Sockets;
using Signage.Core.Text;

namespace Signage.Transports.Mqtt;

/// <summary>Why there is no session with a broker, in words of the bench.</summary>
internal static class MqttRefusal
{
    /// <summary>The endpoint, the reason and what to do.</summary>
    public static string Explain(string name, Exception failure) => SocketErrorOf(failure) switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => Words.NoSuchHost.With(name),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => Words.Unreachable.With(name),
        SocketError.ConnectionRefused or SocketError.TimedOut => Words.MqttDown.With(name),

        // Somebody took the connection and hung up, or said something else.
        _ => Words.MqttOther.With(name),
    };

    private static SocketError SocketErrorOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return SocketError.Success;
    }
}
