using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Serial;

/// <summary>
/// A serial device for this program alone: flock(2), which terminal programs honour. <c>SerialPort</c> only sets TIOCEXCL, and that does not keep
/// root out (ioctl_tty(2)). Elsewhere than on Linux the system itself opens a port once only, or there is nothing to claim.
/// </summary>
internal sealed partial class SerialClaim : IDisposable
{
    // Without a controlling terminal, without waiting for a carrier, not for children: O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC.
    private const int OpenQuietly = 2 | 0x100 | 0x800 | 0x80000;
    private const int ExclusiveWithoutWaiting = 2 | 4;
    private const int Unlock = 8;
    private const int WouldBlock = 11;

    private SerialClaim(SafeFileHandle? device) => Device = device;

    /// <summary>The claimed device, open for both directions and never waiting; null where there is nothing to claim.</summary>
    public SafeFileHandle? Device { get; }

    /// <summary>Claims a device. One that cannot be opened at all is not claimed: whoever opens it next learns why.</summary>
    /// <exception cref="LinkException">Another program has claimed it.</exception>
    public static SerialClaim Take(string port)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new SerialClaim(null);
        }

        var device = new SafeFileHandle(open(port, OpenQuietly), ownsHandle: true);
        if (!device.IsInvalid && flock(device, ExclusiveWithoutWaiting) == 0)
        {
            return new SerialClaim(device);
        }

        var busy = !device.IsInvalid && Marshal.GetLastPInvokeError() == WouldBlock;
        device.Dispose();
        return busy ? throw new LinkException(Words.SerialBusy.With(port)) : new SerialClaim(null);
    }

    /// <summary>Gives the device back. Before the port is closed: the last one to close it may have to wait for its bytes.</summary>
    public void Dispose()
    {
        if (Device is { IsClosed: false })
        {
            // Not by closing alone: a child that is being started has a copy for a moment, and the lock would live as long as that.
            _ = flock(Device, Unlock);
            Device.Dispose();
        }
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(SafeFileHandle descriptor, int operation);
}
