using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Signage.Testing.Terminals;

/// <summary>A serial cable made of a pseudo-terminal: the test holds the card's end. Disposing it pulls the adapter out; until somebody
/// reads or answers, it is a card that hangs with its line open.</summary>
public sealed partial class PtyPair : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;

    // Else a broker that another test starts would inherit the card's end and keep the cable in.
    private const int NotForChildren = 0x80000;

    private readonly SafeFileHandle _master;

    public PtyPair()
    {
        var master = posix_openpt(ReadWrite | NoControllingTerminal | NotForChildren);
        var name = new byte[128];
        if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, name.Length) != 0)
        {
            throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }

        // Raw: nothing is echoed and no byte has a meaning of its own.
        var attributes = new byte[256];
        _ = tcgetattr(master, attributes);
        cfmakeraw(attributes);
        _ = tcsetattr(master, 0, attributes);
        _master = new SafeFileHandle(master, ownsHandle: true);
        Device = Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
    }

    /// <summary>What the line opens.</summary>
    public string Device { get; }

    /// <summary>What a site opens: the device at 57,600 baud.</summary>
    public Uri Endpoint => new($"serial:{Device}?baud=57600");

    /// <summary>Waits for so many bytes of the line. Reads of a terminal cannot be cancelled: ask only for what surely comes.</summary>
    public Task<byte[]> ReadAsync(int count) => Task.Run(() =>
    {
        var heard = new byte[count];
        for (var at = 0; at < count;)
        {
            var got = read(_master, ref heard[at], count - at);
            at += got > 0 ? (int)got : throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }

        return heard;
    });

    /// <summary>Says something to the line.</summary>
    public void Answer(params byte[] bytes)
    {
        if (write(_master, bytes, bytes.Length) != bytes.Length)
        {
            throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }
    }

    public void Dispose() => _master.Dispose();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int grantpt(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlockpt(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ptsname_r(int descriptor, byte[] name, nint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcgetattr(int descriptor, byte[] attributes);

    [LibraryImport("libc")]
    private static partial void cfmakeraw(byte[] attributes);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcsetattr(int descriptor, int when, byte[] attributes);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(SafeFileHandle descriptor, ref byte buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(SafeFileHandle descriptor, byte[] buffer, nint count);
}
