using Microsoft.Extensions.Logging;
using Signage.Core.Alerts;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Alerts.Intake;

/// <summary>
/// What every feed of warnings does with what it hears: takes it in, and keeps account of how long nothing proper was heard. A feed that falls silent is said aloud,
/// because nobody may take silence for safety.
/// </summary>
/// <param name="name">The feed, as people may see it.</param>
/// <param name="intake">What is lit without a person.</param>
/// <param name="desk">Takes warnings in.</param>
/// <param name="lineTime">The real clock.</param>
/// <param name="log">Tells a technician.</param>
internal sealed partial class FeedEar(string name, AlertIntake intake, AlertDesk desk, TimeProvider lineTime, ILogger log)
{
    private static readonly TimeSpan LeastSilence = TimeSpan.FromMinutes(1);
    private long _heardAt = lineTime.GetTimestamp();
    private volatile string? _trouble;
    private int _failures;

    /// <summary>What a person should know: that it has been silent for too long, and why; null when all is well.</summary>
    public string? Note => _trouble is { } trouble && lineTime.GetElapsedTime(Volatile.Read(ref _heardAt)) is var silent && silent >= Silence
        ? Words.FeedSilent.With(name, (int)silent.TotalMinutes, trouble)
        : null;

    /// <summary>How often in a row it has failed.</summary>
    public int Failures => _failures;

    private TimeSpan Silence => intake.Every * 3 > LeastSilence ? intake.Every * 3 : LeastSilence;

    /// <summary>Takes in a document.</summary>
    /// <param name="document">The bytes as they came.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <returns>What was read; what is wrong with it, null when nothing is; and whether the site needs it no more: it is on the disk, or there is nothing in it to keep.</returns>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public async Task<(AlertReading Reading, string? Trouble, bool IsDone)> TakeInAsync(byte[] document, CancellationToken cancellationToken)
    {
        var (reading, answer) = await desk.TakeInAsync(document, name, intake.Approval, cancellationToken).ConfigureAwait(false);
        foreach (var message in reading.Messages.Where(message => answer.Fresh.Contains($"{message.Id}")))
        {
            Log.Taken(log, $"{message.Id}", name, message.Status, message.Type);
        }

        return answer.Stored is StoreAnswer.Refused refused ? (reading, refused.Reason, false) : (reading, Nothing(reading), true);
    }

    /// <summary>Keeps account: it was heard, or what went wrong.</summary>
    public void Tell(string? trouble)
    {
        var before = _trouble;
        _trouble = trouble;
        _failures = trouble is null ? 0 : _failures + 1;
        if (trouble is null)
        {
            Volatile.Write(ref _heardAt, lineTime.GetTimestamp());
            if (before is not null)
            {
                Log.HeardAgain(log, name);
            }
        }
        else if (trouble != before)
        {
            Log.Trouble(log, name, trouble);
        }
    }

    /// <summary>What was thrown while it was asked or taken in, as a trouble; told whole when it is a new one.</summary>
    public string Broken(Exception failure)
    {
        var told = failure.Message.ReplaceLineEndings(" ");
        if (told != _trouble)
        {
            Log.Broken(log, name, failure);
        }

        return told;
    }

    // A page that asks to sign in can be read, and a warning that was refused is none: neither says that there is no warning.
    private static string? Nothing(AlertReading reading) => reading switch
    {
        { Document: AlertDocument.Unreadable } => Words.FeedUnreadable,
        { Document: AlertDocument.NoMessage, Links.Count: 0 } => reading.Remarks.FirstOrDefault(remark => remark.Refuses)?.Text,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(3601, LogLevel.Information, "warning {Warning} came from {Feed}: {Status} {Type}")]
        public static partial void Taken(ILogger logger, string warning, string feed, AlertStatus status, AlertMessageType type);

        [LoggerMessage(3602, LogLevel.Warning, "no warnings from {Feed}: {Trouble}")]
        public static partial void Trouble(ILogger logger, string feed, string trouble);

        [LoggerMessage(3603, LogLevel.Information, "{Feed} is heard again")]
        public static partial void HeardAgain(ILogger logger, string feed);

        [LoggerMessage(3604, LogLevel.Error, "{Feed}: taking its warnings in failed")]
        public static partial void Broken(ILogger logger, string feed, Exception failure);
    }
}
