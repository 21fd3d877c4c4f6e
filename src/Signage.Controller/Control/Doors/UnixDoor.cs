using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Signage.Core.Text;

namespace Signage.Controller.Control.Doors;

/// <summary>
/// A Unix domain socket that only its owner may open (mode 0600). The kernel says who calls (SO_PEERCRED); anybody but the owner and root is turned
/// away, so that a socket whose mode was changed by hand is still closed to others.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class UnixDoor : IControlDoor
{
    private const int LongestPath = 107;
    private const int MostWaiting = 64;
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;
    private const int OpenFiles = 7;

    // Without a handle the system can start no thread, and then the runtime ends the process: so many are kept free.
    private const int KeptFree = 16;
    private readonly Socket _listener;
    private readonly string _path;
    private readonly uint _owner = geteuid();
    private volatile bool _short;

    private UnixDoor(Socket listener, string path) => (_listener, _path) = (listener, path);

    /// <summary>Opens the door; a socket file left by a process that was killed is replaced.</summary>
    /// <exception cref="IOException">The path is too long, or the folder cannot be written.</exception>
    public static UnixDoor Open(string path)
    {
        if (Encoding.UTF8.GetByteCount(path) > LongestPath)
        {
            throw new IOException(Words.SocketPathTooLong.With(path, LongestPath));
        }

        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            listener.Listen(MostWaiting);
            return new UnixDoor(listener, path);
        }
        catch (SocketException refused)
        {
            listener.Dispose();
            throw new IOException(Words.SocketNotOpened.With(path, refused.SocketErrorCode), refused);
        }
    }

    /// <inheritdoc />
    public bool IsShort => _short;

    /// <inheritdoc />
    public async Task<(Stream Stream, ControlCaller Caller)> AcceptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException refused)
            {
                throw new IOException(Words.SocketNotOpened.With(_path, refused.SocketErrorCode), refused);
            }

            // Handles are given out from the lowest that is free, so a high one tells that few are left.
            _short = socket.Handle >= Most() - KeptFree;
            if (Known(socket) is { } caller)
            {
                return (new NetworkStream(socket, ownsSocket: true), caller);
            }

            socket.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(_path);
    }

    private ControlCaller? Known(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            // Elsewhere the file mode is the only guard.
            return new ControlCaller(Environment.UserName, null);
        }

        Span<byte> credentials = stackalloc byte[3 * sizeof(int)];
        socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials);
        var process = MemoryMarshal.Read<int>(credentials);
        var user = MemoryMarshal.Read<uint>(credentials[sizeof(int)..]);
        return user == _owner || user == 0 ? new ControlCaller($"{user}", process) : null;
    }

    private static nint Most()
    {
        Span<nint> limits = [nint.MaxValue, nint.MaxValue];
        return OperatingSystem.IsLinux() && getrlimit(OpenFiles, limits) == 0 && limits[0] > 0 ? limits[0] : nint.MaxValue;
    }

    [LibraryImport("libc")]
    private static partial uint geteuid();

    [LibraryImport("libc")]
    private static partial int getrlimit(int resource, Span<nint> limits);
}
