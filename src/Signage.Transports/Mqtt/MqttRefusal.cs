using System.Net.Sockets;

namespace Signage.Transports.Mqtt;

/// <summary>Why there is no session with a broker, in words of the bench.</summary>
internal static class MqttRefusal
{
    /// <summary>The reason and what to do, without the name of the endpoint.</summary>
    public static string Explain(Exception failure) => SocketErrorOf(failure) switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => "no such host name",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "unreachable; check the cable and the network mask",
        SocketError.ConnectionRefused or SocketError.TimedOut => "cannot connect to the broker; is it running there?",

        // Somebody took the connection and hung up, or said something else.
        _ => "no MQTT 5 broker answers there; check host and port",
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
