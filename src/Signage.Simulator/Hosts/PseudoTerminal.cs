using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Signage.Core.Text;

namespace Signage.Simulator.Hosts;

/// <summary>A pseudo-terminal pair of Linux in raw mode: the far end of a serial cable without the cable.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private readonly SafeFileHandle _slave;

    private PseudoTerminal(SafeFileHandle master, SafeFileHandle slave, string path)
    {
        Master = master;
        _slave = slave;
        Path = path;
    }

    /// <summary>Our end.</summary>
    public SafeFileHandle Master { get; }

    /// <summary>The device that the other side opens.</summary>
    public string Path { get; }

    /// <summary>Opens a pair.</summary>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    /// <exception cref="IOException">The system gave none.</exception>
    public static PseudoTerminal Open()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException(Words.PtyNeedsLinux);
        }

        var master = posix_openpt(ReadWrite | NoControllingTerminal);
        var name = new byte[128];
        if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, name.Length) != 0)
        {
            throw new IOException(Words.NoPty.With(new Win32Exception(Marshal.GetLastPInvokeError()).Message));
        }

        var path = System.Text.Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        var attributes = new byte[256];
        _ = tcgetattr(master, attributes);
        cfmakeraw(attributes);
        _ = tcsetattr(master, 0, attributes);

        // Keeping the other end open lets controllers come and go without our reads failing in between.
        var slave = open(path, ReadWrite | NoControllingTerminal);
        return new PseudoTerminal(new SafeFileHandle(master, ownsHandle: true), new SafeFileHandle(slave, ownsHandle: true), path);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _slave.Dispose();
        Master.Dispose();
    }

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

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    /// <summary>Waits up to a fifth of a second for bytes.</summary>
    /// <returns>True when there are some.</returns>
    public unsafe bool WaitForBytes()
    {
        var ask = new PollAsk { Descriptor = Master.DangerousGetHandle().ToInt32(), Events = 1 };
        return poll(&ask, 1, 200) > 0 && (ask.Returned & 1) != 0;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int poll(PollAsk* asks, nint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollAsk
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
