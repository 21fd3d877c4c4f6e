using Signage.Core.Text;

namespace Signage.Transports.Serial;

/// <summary>Why a port did not open, in words of the bench. On Unix the reason is the error number inside; the exception around it always says "access denied".</summary>
internal static class SerialRefusal
{
    /// <summary>The port, the reason and what to do.</summary>
    public static string Explain(string port, Exception failure) => failure switch
    {
        { InnerException: IOException system } when !OperatingSystem.IsWindows() => ExplainNumber(port, system),
        FileNotFoundException or DirectoryNotFoundException => Words.SerialMissing.With(port),
        UnauthorizedAccessException => Words.SerialBusy.With(port),
        ArgumentException => Words.NotASerialPort.With(port),
        _ => Other(port, failure),
    };

    // errno(3); these numbers are the same on Linux and macOS.
    private static string ExplainNumber(string port, IOException system) => system switch
    {
        FileNotFoundException or DirectoryNotFoundException => Words.SerialMissing.With(port),
        { HResult: 2 or 6 or 19 or 20 } => Words.SerialMissing.With(port), // ENOENT, ENXIO, ENODEV, ENOTDIR
        { HResult: 5 } => Words.SerialBroken.With(port), // EIO
        { HResult: 1 or 13 } => Words.SerialDenied.With(port), // EPERM, EACCES
        { HResult: 16 } => Words.SerialBusy.With(port), // EBUSY
        { HResult: 21 or 22 or 25 } => Words.NotASerialPort.With(port), // EISDIR, EINVAL, ENOTTY
        _ => Other(port, system),
    };

    private static string Other(string port, Exception failure) =>
        Words.SerialOther.With(port, failure.Message.TrimEnd('.').ReplaceLineEndings(" "));
}
