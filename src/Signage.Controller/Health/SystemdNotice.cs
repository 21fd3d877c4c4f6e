using System.Net.Sockets;
using System.Text;

namespace Signage.Controller.Health;

/// <summary>Tells systemd how the service fares (the sd_notify protocol: one datagram to the socket that it names). Silent where there is none.</summary>
/// <param name="socket">The value of NOTIFY_SOCKET; null outside systemd.</param>
public sealed class SystemdNotice(string? socket)
{
    /// <summary>Everything is up.</summary>
    public void Ready() => Send("READY=1");

    /// <summary>The service is alive; sent while every part is.</summary>
    public void Alive() => Send("WATCHDOG=1");

    /// <summary>The service is about to end.</summary>
    public void Stopping() => Send("STOPPING=1");

    private void Send(string words)
    {
        if (string.IsNullOrEmpty(socket) || OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            using var line = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

            // A leading @ names the abstract namespace, which begins with a zero byte on the wire.
            line.SendTo(Encoding.UTF8.GetBytes(words), new UnixDomainSocketEndPoint(socket[0] == '@' ? '\0' + socket[1..] : socket));
        }
        catch (SocketException)
        {
            // The manager is away or the socket full: it will count a missing word, which is what it is for.
            return;
        }
    }
}
