using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Signage.Transports.Serial;

/// <summary>
/// Writes to a serial device past <c>SerialPort</c>: that one takes bytes for a device that has just vanished, and then waits for ever for them to leave
/// when it is closed. The kernel says at once that the device is gone.
/// </summary>
/// <param name="device">Open for writing, and never waiting.</param>
/// <param name="time">Counts the pauses while the device is full.</param>
internal sealed partial class SerialOutlet(SafeFileHandle device, TimeProvider time)
{
    // The kernel keeps a page for a line (UART_XMIT_SIZE in its serial_core.h), 10 ms at 4000000 baud: pausing leaves no gaps.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private const int Interrupted = 4;
    private const int WouldBlock = 11;

    /// <summary>Hands over all bytes; returns when the kernel has them.</summary>
    /// <exception cref="IOException">The device is gone.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        while (!packet.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var taken = write(device, packet.Span, packet.Length);
            if (taken > 0)
            {
                packet = packet[(int)taken..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (taken == 0 || error == WouldBlock)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
            else if (error != Interrupted)
            {
                throw new IOException(new Win32Exception(error).Message, error);
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(SafeFileHandle descriptor, ReadOnlySpan<byte> bytes, nint count);
}
