using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Signage.Transports.Tests.Serial;

/// <summary>What a terminal program does that wants a serial device for itself: flock(2). Unlike TIOCEXCL it also keeps root out.</summary>
internal static partial class DeviceHolder
{
    private const int ReadOnlyNoTerminalNoWaiting = 0x100 | 0x800 | 0x80000;
    private const int ExclusiveNoWaiting = 2 | 4;

    /// <summary>Takes the device; disposing gives it back.</summary>
    public static SafeFileHandle Take(string device)
    {
        var held = new SafeFileHandle(open(device, ReadOnlyNoTerminalNoWaiting), ownsHandle: true);
        return !held.IsInvalid && flock(held, ExclusiveNoWaiting) == 0 ? held : throw new IOException($"{device} cannot be locked");
    }

    /// <summary>Holds the device open and claims nothing: a card's end then finds somebody there between two sessions of a line.</summary>
    public static SafeFileHandle Watch(string device)
    {
        var open = new SafeFileHandle(DeviceHolder.open(device, ReadOnlyNoTerminalNoWaiting), ownsHandle: true);
        return !open.IsInvalid ? open : throw new IOException($"{device} cannot be opened");
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(SafeFileHandle descriptor, int operation);
}
