using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.LogIn;

/// <summary>
/// What becomes of wrong tries. They are counted in memory: who tries waits for no disk, so that a name that somebody has and one that nobody has take the same time, and nobody outside can fill a disk. In the
/// audit stands the first of a window at once, and all others as one entry at its end, an account or nobody each. Thread-safe.
/// </summary>
/// <param name="book">The accounts, and their audit.</param>
/// <param name="clock">The clock of log-in.</param>
/// <param name="log">Tells a technician.</param>
internal sealed partial class WrongTries(IAccountBook book, AccountClock clock, ILogger<WrongTries> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private readonly TryLimits _inARow = new(LogInLimits.MostWrong, LogInLimits.Window, clock.Time);

    // No more than accounts, and nobody: bounded.
    private readonly Dictionary<(string? Subject, string Action), Tally> _tallies = [];
    private readonly Dictionary<string, DateTimeOffset> _closing = [];
    private readonly Dictionary<string, CodeRow> _codes = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _pen = new(1);

    /// <summary>Whether wrong tries have closed an account to unknown browsers, be that written already or not.</summary>
    public bool IsClosed(Account account)
    {
        lock (_lock)
        {
            if (_codes.TryGetValue(account.Id, out var row) && row.Stamp == account.Stamp && row.Closings > 0 && clock.Time.GetElapsedTime(row.ClosedAt) < row.Pause)
            {
                return true;
            }
        }

        return account.IsLocked(clock.Now) || _inARow.IsFull(account.Id);
    }

    /// <summary>Somebody came with something wrong.</summary>
    /// <param name="action">What it is called in the audit.</param>
    /// <param name="account">Whose account was tried; null where nobody has that name.</param>
    /// <param name="address">Where from.</param>
    public void Note(string action, Account? account, string address)
    {
        lock (_lock)
        {
            if (!_tallies.TryGetValue((account?.Id, action), out var tally))
            {
                _tallies.Add((account?.Id, action), tally = new Tally(clock.Time.GetTimestamp(), address));
            }

            (tally.Count, tally.Last) = (tally.Count + 1, address);
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>The same, and one more towards closing the account.</summary>
    public void NoteAndCount(string action, Account account, string address)
    {
        _inARow.Take(account.Id);
        if (_inARow.IsFull(account.Id))
        {
            lock (_lock)
            {
                _closing.TryAdd(account.Id, clock.Now + Account.LongestLock);
            }
        }

        Note(action, account, address);
    }

    /// <summary>
    /// The same, of a code: who tries one has shown the password, and is the person or has stolen it. So each pause is twice the last one, up to most of a day, until the person comes in or changes the password: of
    /// a million codes three are right, and five tries every ten minutes would find one within a year or two.
    /// </summary>
    public void NoteAndCountCode(Account account, string address)
    {
        lock (_lock)
        {
            if (!_codes.TryGetValue(account.Id, out var row) || row.Stamp != account.Stamp)
            {
                _codes[account.Id] = row = new CodeRow(account.Stamp);
            }

            if (++row.Wrong % LogInLimits.MostWrong == 0)
            {
                (row.Closings, row.ClosedAt) = (row.Closings + 1, clock.Time.GetTimestamp());
            }
        }

        NoteAndCount(AccountDeed.Wrong, account, address);
    }

    /// <summary>The person has come in: what was counted towards closing the account is forgotten.</summary>
    public void Forget(Account account)
    {
        _inARow.Forget(account.Id);
        lock (_lock)
        {
            _codes.Remove(account.Id);
        }
    }

    /// <summary>Writes what is due.</summary>
    /// <param name="isAll">True to write also what could wait for its window to end.</param>
    /// <param name="cancellationToken">Gives up; what was not written is written later.</param>
    public async Task WriteAsync(bool isAll, CancellationToken cancellationToken)
    {
        await _pen.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await CloseAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (key, tally) in Tallies())
            {
                await WriteAsync(key, tally, isAll, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _pen.Release();
        }
    }

    /// <summary>Writes down what is left, in time of its own: pages that were open may have used up the host's.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        using var left = clock.LastMoments();
        try
        {
            await WriteAsync(isAll: true, left.Token).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            Log.NotWritten(log, failed);
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _pen.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = clock.Time.CreateTimer(_ => _wake.Writer.TryWrite(true), null, Pace, Pace);
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await TryWriteAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(isAll: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            // Counted all the same, and tried again in half a minute.
            Log.NotWritten(log, failed);
        }
    }

    private KeyValuePair<(string? Subject, string Action), Tally>[] Tallies()
    {
        lock (_lock)
        {
            return [.. _tallies];
        }
    }

    private async Task WriteAsync((string? Subject, string Action) key, Tally tally, bool isAll, CancellationToken cancellationToken)
    {
        if (!tally.IsBegunWritten)
        {
            var first = AccountDeed.ByVisitor(key.Action) with { Subject = key.Subject, FirstFrom = tally.First, LastFrom = tally.First };
            if (!await book.NoteAsync(first, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            (tally.IsBegunWritten, tally.Written) = (true, 1);
        }

        AccountDeed rest;
        lock (_lock)
        {
            if (!isAll && clock.Time.GetElapsedTime(tally.Began) < LogInLimits.Window)
            {
                return;
            }

            // Whatever comes while this is being written begins another window.
            _tallies.Remove(key);
            rest = AccountDeed.ByVisitor(key.Action) with { Subject = key.Subject, Count = tally.Count - tally.Written, FirstFrom = tally.First, LastFrom = tally.Last };
        }

        var isWritten = rest.Count == 0;
        try
        {
            isWritten = isWritten || await book.NoteAsync(rest, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isWritten)
            {
                PutBack(key, tally, rest.Count);
            }
        }
    }

    private void PutBack((string? Subject, string Action) key, Tally tally, int count)
    {
        lock (_lock)
        {
            // One that has begun meanwhile takes the count over.
            if (_tallies.TryGetValue(key, out var next))
            {
                next.Count += count;
            }
            else
            {
                _tallies.Add(key, tally);
            }
        }
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        KeyValuePair<string, DateTimeOffset>[] closing;
        lock (_lock)
        {
            closing = [.. _closing];
        }

        foreach (var (id, until) in closing)
        {
            var account = await book.FindAsync(id, cancellationToken).ConfigureAwait(false);
            var deed = AccountDeed.ByVisitor(AccountDeed.Closed) with { Subject = id };
            var answer = account is null ? null : await book.ChangeAsync(account with { LockedUntil = until }, deed, null, cancellationToken).ConfigureAwait(false);
            if (answer is AccountAnswer.Stale or AccountAnswer.Busy)
            {
                // Somebody was faster, or the disk refuses: the count in memory holds until the next look.
                continue;
            }

            lock (_lock)
            {
                _closing.Remove(id);
            }
        }
    }

    private sealed class Tally(long began, string first)
    {
        public long Began { get; } = began;

        public string First { get; } = first;

        public string Last { get; set; } = first;

        public int Count { get; set; }

        public int Written { get; set; }

        public bool IsBegunWritten { get; set; }
    }

    private sealed class CodeRow(string stamp)
    {
        private const int MostDoublings = 7;

        public string Stamp { get; } = stamp;

        public int Wrong { get; set; }

        public int Closings { get; set; }

        public long ClosedAt { get; set; }

        public TimeSpan Pause => LogInLimits.Window * (1 << Math.Min(Closings - 1, MostDoublings));
    }

    private static partial class Log
    {
        [LoggerMessage(4003, LogLevel.Error, "Wrong tries could not be written down just now; it is tried again in half a minute")]
        public static partial void NotWritten(ILogger logger, Exception failed);
    }
}
