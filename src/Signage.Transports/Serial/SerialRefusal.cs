namespace Signage.Transports.Serial;

/// <summary>Why a port did not open, in words of the bench. On Unix the reason is the error number inside; the exception around it always says "access denied".</summary>
internal static class SerialRefusal
{
    public const string Busy = "busy; close the other program";

    private const string Missing = "no such device; is the cable plugged in?";

    /// <summary>The reason and what to do, without the name of the port.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        { InnerException: IOException system } when !OperatingSystem.IsWindows() => ExplainNumber(system),
        FileNotFoundException or DirectoryNotFoundException => Missing,
        UnauthorizedAccessException => Busy,
        ArgumentException => "not a serial port",
        _ => Other(failure),
    };

    // errno(3); these numbers are the same on Linux and macOS.
    private static string ExplainNumber(IOException system) => system switch
    {
        FileNotFoundException or DirectoryNotFoundException => Missing,
        { HResult: 2 or 6 or 19 or 20 } => Missing, // ENOENT, ENXIO, ENODEV, ENOTDIR
        { HResult: 5 } => "the device does not work (input/output error); is the cable plugged in?", // EIO
        { HResult: 1 or 13 } => "not allowed; add this user to the group dialout", // EPERM, EACCES
        { HResult: 16 } => Busy, // EBUSY
        { HResult: 21 or 22 or 25 } => "not a serial port", // EISDIR, EINVAL, ENOTTY
        _ => Other(system),
    };

    private static string Other(Exception failure) => $"cannot be opened ({failure.Message.TrimEnd('.')})";
}
