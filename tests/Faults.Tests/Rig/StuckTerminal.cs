using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Faults.Tests.Rig;

/// <summary>A serial device whose far end never reads and never says anything: a card that hangs with its line open.</summary>
internal sealed partial class StuckTerminal : IDisposable
{
    // O_RDWR, O_NOCTTY, and not for children, who would keep the device alive.
    private const int Quietly = 2 | 0x100 | 0x80000;
    private readonly SafeFileHandle _master;

    public StuckTerminal()
    {
        var master = posix_openpt(Quietly);
        var name = new byte[128];
        if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, name.Length) != 0)
        {
            throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }

        var attributes = new byte[256];
        _ = tcgetattr(master, attributes);
        cfmakeraw(attributes);
        _ = tcsetattr(master, 0, attributes);
        _master = new SafeFileHandle(master, ownsHandle: true);
        Endpoint = new Uri($"serial:{Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0))}?baud=57600");
    }

    /// <summary>What a site opens.</summary>
    public Uri Endpoint { get; }

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
}
