using Microsoft.Extensions.Logging;
using Signage.Controller.Health;
using Signage.Core.Text;

namespace Signage.Controller.Planning;

/// <summary>
/// Sees when somebody edits the calendar files, and takes them anew: the notice of the next year comes in November, and nobody should have to start a site again for it. Files with
/// mistakes, or one that is gone, change nothing; that is told until they are right.
/// </summary>
/// <param name="folder">Where they lie.</param>
/// <param name="book">Takes the calendar.</param>
/// <param name="pulse">Its heartbeat.</param>
/// <param name="lineTime">The real clock of waiting.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class CalendarWatch(string folder, SiteBook book, Pulse pulse, TimeProvider lineTime, ILogger log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private Dictionary<string, (long Bytes, DateTime Written)> _used = Stamp(folder);
    private Dictionary<string, (long Bytes, DateTime Written)>? _refused;
    private volatile string? _note;

    /// <summary>Why the files as they are now are not used, in one line; null when they are.</summary>
    public string? Note => _note;

    /// <summary>Looks over and over until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Every, lineTime);
        var before = _used;
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            using (pulse.Doing(Pulses.Ordinary))
            {
                var now = Stamp(folder);

                // A file that is being written is left alone until it has stood still from one look to the next.
                if (Same(now, before))
                {
                    await LookAsync(now, cancellationToken).ConfigureAwait(false);
                }

                before = now;
            }
        }
    }

    private async Task LookAsync(Dictionary<string, (long Bytes, DateTime Written)> now, CancellationToken cancellationToken)
    {
        if (Same(now, _used))
        {
            (_note, _refused) = (null, null);
            return;
        }

        if (_refused is not null && Same(now, _refused))
        {
            return;
        }

        try
        {
            // A file that is gone would take all its days away at once.
            string[] gone = [.. _used.Keys.Except(now.Keys, StringComparer.Ordinal)];
            var calendar = gone.Length > 0 ? throw new FormatException(Words.CalendarGone.With(folder, string.Join(", ", gone))) : CalendarFolder.Read(folder);
            await book.UseAsync(calendar, cancellationToken).ConfigureAwait(false);
            (_used, _refused, _note) = (now, null, null);
            Log.Taken(log, folder);
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException)
        {
            _refused = now;
            _note = Words.CalendarRefused.With(string.Join("; ", Mistakes.Bounded(wrong.Message.Split('\n'))));
            Log.Refused(log, _note);
        }
    }

    private static Dictionary<string, (long Bytes, DateTime Written)> Stamp(string folder) =>
        new DirectoryInfo(folder) is { Exists: true } there
            ? there.EnumerateFiles("*.csv").ToDictionary(file => file.Name, file => (file.Length, file.LastWriteTimeUtc), StringComparer.Ordinal)
            : [];

    private static bool Same(Dictionary<string, (long Bytes, DateTime Written)> one, Dictionary<string, (long Bytes, DateTime Written)> other) =>
        one.Count == other.Count && one.All(file => other.TryGetValue(file.Key, out var known) && known == file.Value);

    private static partial class Log
    {
        [LoggerMessage(3009, LogLevel.Information, "the calendar files in {Folder} were edited; their days hold from now on")]
        public static partial void Taken(ILogger logger, string folder);

        [LoggerMessage(3010, LogLevel.Warning, "{Why}")]
        public static partial void Refused(ILogger logger, string why);
    }
}
