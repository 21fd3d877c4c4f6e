using System.Text.RegularExpressions;
using Signage.Core.Text;

namespace Signage.Cli.Composition;

/// <summary>What the system says about a file or folder, in words for a person.</summary>
internal static partial class FileFaults
{
    // Error numbers of Linux, as .NET hands them on where it has no exception of its own, and their kin of Windows.
    private const int Exists = 17;
    private const int NotAFolder = 20;
    private const int DiskFull = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullOnWindows = unchecked((int)0x80070027);
    private const int SharingOnWindows = unchecked((int)0x80070020);
    private const int WouldBlock = 11;

    /// <summary>One line on a failure of the file system. A failure that is none of the usual keeps its own words.</summary>
    public static string Of(Exception failure)
    {
        if (PathOf(failure) is not { } path)
        {
            // Only standard output is written without a name; whoever else fails without one has chosen its words.
            return failure is UnauthorizedAccessException { Message: "Access to the path is denied." } || failure.HResult is DiskFull or DiskFullOnWindows or HandleDiskFullOnWindows
                ? Words.OutputUnwritable
                : Failures.OneLine(failure.Message);
        }

        return failure switch
        {
            FileNotFoundException => Words.NoSuchFile.With(path),
            DirectoryNotFoundException => Words.NoSuchFolder.With(path),
            UnauthorizedAccessException => Words.NoAccess.With(path),
            { HResult: Exists } => Words.FileInTheWay.With(path),
            { HResult: NotAFolder } => Words.FileInTheWay.With(path),
            { HResult: DiskFull or DiskFullOnWindows or HandleDiskFullOnWindows } => Words.DiskFull.With(path),
            { HResult: WouldBlock or SharingOnWindows } => Words.FileInUse.With(path),
            _ => Failures.OneLine(failure.Message),
        };
    }

    // The path stands in quotes in every message of the file system; only one kind of failure has it as a value.
    private static string? PathOf(Exception failure) => failure switch
    {
        FileNotFoundException { FileName: { Length: > 0 } name } => name,
        _ when failure.GetType().Namespace is "System.IO" or "System" && Quoted().Match(failure.Message) is { Success: true } match => match.Groups[1].Value,
        _ => null,
    };

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
