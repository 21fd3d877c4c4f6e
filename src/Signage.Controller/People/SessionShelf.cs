using Microsoft.Extensions.Logging;
using Signage.Core.Accounts;
using Signage.Disks;
using Signage.Web.Accounts.Sessions;

namespace Signage.Controller.People;

/// <summary>
/// Sessions in a file of their own, which only its owner reads and no backup copies. It is written whole at every change, so that a power cut leaves the one before. What cannot be believed (damaged, or open to
/// the pen of others) reads as empty, which is said once: everybody logs in again, and the next writing takes its place. Used by one caller at a time.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="log">Tells a technician.</param>
internal sealed partial class SessionShelf(string path, ILogger log) : ISessionShelf
{
    /// <summary>What the file is called in the folder of a site.</summary>
    public const string FileName = "sessions.json";

    /// <summary>The most sessions that are kept: those that were seen last.</summary>
    public const int Most = 2000;

    private const int MostBytes = 4 * 1024 * 1024;
    private const UnixFileMode PenOfOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // As the file has it; null before it was looked at.
    private Dictionary<string, Session>? _there;

    /// <inheritdoc />
    public Task<IReadOnlyList<Session>> ReadAsync(CancellationToken cancellationToken) => Task.Run<IReadOnlyList<Session>>(() => [.. There().Values], cancellationToken);

    /// <inheritdoc />
    public Task PutAsync(Session session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Task.Run(() => Write(There().Values.Where(one => one.Key != session.Key).Append(session)), cancellationToken);
    }

    /// <inheritdoc />
    public Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Task.Run(
            () =>
            {
                if (keys.Any(There().ContainsKey))
                {
                    Write(There().Values.ExceptBy(keys, one => one.Key));
                }
            },
            cancellationToken);
    }

    private void Write(IEnumerable<Session> sessions)
    {
        Session[] kept = [.. sessions.OrderByDescending(session => session.SeenAt).Take(Most)];
        PrivateFile.Write(path, SessionFile.Write(kept));
        _there = kept.ToDictionary(session => session.Key, StringComparer.Ordinal);
    }

    private Dictionary<string, Session> There() => _there ??= Read().DistinctBy(session => session.Key).ToDictionary(session => session.Key, StringComparer.Ordinal);

    private IReadOnlyList<Session> Read()
    {
        try
        {
            using var file = PrivateFile.OpenToRead(path);
            return IsOpenToOthers(file) ? Nothing("others may write it")
                : file.Length > MostBytes ? Nothing("it is too long")
                : SessionFile.Read(Bytes(file)) ?? Nothing("it is damaged");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Nothing(refused.Message);
        }
    }

    private Session[] Nothing(string because)
    {
        Log.NotBelieved(log, path, because);
        return [];
    }

    private static bool IsOpenToOthers(FileStream file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & PenOfOthers) != 0;

    private static byte[] Bytes(FileStream file)
    {
        var bytes = new byte[file.Length];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private static partial class Log
    {
        [LoggerMessage(3811, LogLevel.Warning, "{Path} is not believed, and everybody logs in again: {Reason}")]
        public static partial void NotBelieved(ILogger logger, string path, string reason);
    }
}
