using Signage.Core.Text;

namespace Signage.Transports.Locks;

/// <summary>The folder where the programs of one user meet while they run: locks and sockets. Empty after a restart of the machine.</summary>
public static class RuntimeFolder
{
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Finds the folder and makes it when it is missing: <c>$XDG_RUNTIME_DIR/signage</c>, else one of this user's in the temporary folder.</summary>
    /// <exception cref="UnauthorizedAccessException">Somebody else may write there, or it cannot be made.</exception>
    public static string Open() =>
        Open(Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), Path.GetTempPath(), () => Environment.UserName);

    // The user has a name only where somebody keeps a list of users: it is asked for where it is needed.
    internal static string Open(string? runtimeRoot, string temporaryRoot, Func<string> user)
    {
        var folder = !string.IsNullOrEmpty(runtimeRoot) && Directory.Exists(runtimeRoot)
            ? Path.Combine(runtimeRoot, "signage")
            : Path.Combine(temporaryRoot, "signage-" + user());
        if (OperatingSystem.IsWindows())
        {
            // The temporary folder of Windows is the user's own already.
            return Directory.CreateDirectory(folder).FullName;
        }

        var made = Directory.CreateDirectory(folder, OnlyMe);

        // The temporary folder is open to all: a folder that was there before us may be a trap.
        if ((made.UnixFileMode & ~OnlyMe) != 0 || made.LinkTarget is not null)
        {
            throw new UnauthorizedAccessException(Words.OthersMayWrite.With(folder));
        }

        return made.FullName;
    }
}
