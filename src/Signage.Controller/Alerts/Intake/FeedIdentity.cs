using Microsoft.Extensions.Logging;
using Signage.Disks;

namespace Signage.Controller.Alerts.Intake;

/// <summary>Tells a site from all others at a broker that keeps warnings for it. Made once, by chance, and kept beside the database; a copy of a site needs one of its own.</summary>
internal static partial class FeedIdentity
{
    private const string Name = "feeds.id";

    /// <summary>The identity of the site in a folder: 32 hex digits. Where the disk does not keep it, it is another one at the next start.</summary>
    public static string Of(string folder, ILogger log)
    {
        var file = Path.Combine(folder, Name);
        var made = $"{Guid.NewGuid():N}";
        try
        {
            if (File.Exists(file) && Guid.TryParseExact(File.ReadAllText(file).Trim(), "N", out var known))
            {
                return $"{known:N}";
            }

            // Whole or not at all: half an identity would be another one.
            var next = $"{file}.new";
            using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write))
            {
                stream.Write(System.Text.Encoding.ASCII.GetBytes(made));
                DiskSync.Flush(stream);
            }

            File.Move(next, file, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Log.NotKept(log, file, refused.Message);
        }

        return made;
    }

    private static partial class Log
    {
        [LoggerMessage(3605, LogLevel.Warning, "{File} could not be kept, so warnings that come while the site is away may be missed: {Reason}")]
        public static partial void NotKept(ILogger logger, string file, string reason);
    }
}
