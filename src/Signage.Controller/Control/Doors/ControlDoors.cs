using System.IO.Pipes;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Signage.Controller.Control.Doors;

/// <summary>The door of a data folder, from both sides: a socket file in it, or on Windows a pipe named after it.</summary>
internal static class ControlDoors
{
    /// <summary>Opens the door of the site.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static IControlDoor Open(string path) => OperatingSystem.IsWindows() ? new PipeDoor(PipeOf(path)) : UnixDoor.Open(path);

    /// <summary>Knocks at it.</summary>
    /// <exception cref="SocketException">No site runs there.</exception>
    /// <exception cref="TimeoutException">No site runs there (Windows).</exception>
    public static async Task<Stream> KnockAsync(string path, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            var pipe = new NamedPipeClientStream(".", PipeOf(path), PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            await pipe.ConnectAsync(TimeSpan.FromSeconds(2), cancellationToken).ConfigureAwait(false);
            return pipe;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string PipeOf(string path) =>
        "signage-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path).ToUpperInvariant())))[..32];
}
