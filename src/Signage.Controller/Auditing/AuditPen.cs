using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Signage.Storage;

namespace Signage.Controller.Auditing;

/// <summary>
/// Writes deeds into the audit that change no table, such as a blank: those take effect at once, whatever the disk does, and are written down as soon as it takes them. Edits of the book do not come
/// this way; they and their entries are one transaction. Thread-safe.
/// </summary>
/// <param name="store">Where the audit is.</param>
/// <param name="line">Waits between tries.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class AuditPen(SiteStore store, TimeProvider line, ILogger log)
{
    // More than people can do while a disk is full; what is beyond is counted.
    private const int Most = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Channel<Deed> _deeds = Channel.CreateBounded<Deed>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.Wait });
    private int _lost;

    /// <summary>Has a deed written down. Never waits.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">What, such as <c>blank.press</c>.</param>
    /// <param name="subject">To what; may be empty.</param>
    /// <param name="details">Whatever else, each name once; no secrets.</param>
    public void Note(Actor actor, string action, string subject, params IReadOnlyList<(string Name, string? Value)> details)
    {
        if (!_deeds.Writer.TryWrite(new Deed(actor, action, subject, details)))
        {
            Interlocked.Increment(ref _lost);
            Log.NoRoom(log, action, subject);
        }
    }

    /// <summary>Writes until told to stop, and then what is still there, each once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Deed? inHand = null;
        try
        {
            while (true)
            {
                inHand = await _deeds.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                while (!await IsWrittenAsync(inHand).ConfigureAwait(false))
                {
                    await Task.Delay(Pause, line, cancellationToken).ConfigureAwait(false);
                }

                inHand = null;
            }
        }
        finally
        {
            for (var deed = inHand; deed is not null || _deeds.Reader.TryRead(out deed); deed = null)
            {
                await IsWrittenAsync(deed).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> IsWrittenAsync(Deed deed)
    {
        var lost = Interlocked.Exchange(ref _lost, 0);
        try
        {
            await store.As(deed.Actor).NoteAsync(
                deed.Action, deed.Subject, lost == 0 ? deed.Details : [.. deed.Details, ("lostBefore", lost.ToString(CultureInfo.InvariantCulture))], CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (StorageException refused)
        {
            Interlocked.Add(ref _lost, lost);
            Log.NotWritten(log, deed.Action, deed.Subject, refused.Message);
            return false;
        }
    }

    private sealed record Deed(Actor Actor, string Action, string Subject, IReadOnlyList<(string Name, string? Value)> Details);

    private static partial class Log
    {
        [LoggerMessage(3610, LogLevel.Error, "{Action} {Subject} is done and not yet in the audit: {Reason}")]
        public static partial void NotWritten(ILogger logger, string action, string subject, string reason);

        [LoggerMessage(3611, LogLevel.Error, "{Action} {Subject} is done and will not be in the audit: too much waits for the disk")]
        public static partial void NoRoom(ILogger logger, string action, string subject);
    }
}
