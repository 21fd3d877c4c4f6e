using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>
/// Tells the shelf what has become of sessions, behind the back of whoever waits for an answer: one writing at a time, of each session only the newest. Takes a bounded room: when the shelf refuses for so long
/// that too many have changed, it is made anew from those that live. Thread-safe.
/// </summary>
/// <param name="shelf">The shelf.</param>
/// <param name="living">The sessions that live now.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Tells a technician.</param>
internal sealed partial class ShelfWriter(ISessionShelf shelf, Func<IReadOnlyList<Session>> living, TimeProvider time, ILogger log) : IDisposable
{
    /// <summary>How many changes are remembered one by one.</summary>
    public const int Most = 4 * SessionLimits.Most;

    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _pen = new(1);
    private Dictionary<string, Session?> _waiting = [];
    private bool _isAnew;
    private bool _isTold;

    /// <summary>How many changes wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>A session has changed, or ended.</summary>
    /// <param name="key">The session.</param>
    /// <param name="session">As it is; null when it has ended.</param>
    public void Tell(string key, Session? session)
    {
        lock (_lock)
        {
            _waiting[key] = session;
            if (_waiting.Count > Most)
            {
                _waiting.Clear();
                _isAnew = true;
            }
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Nobody knows what lies on the shelf: what does not live is taken away.</summary>
    public void TellAnew()
    {
        lock (_lock)
        {
            _isAnew = true;
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Writes whenever something has changed, and again after a while when the shelf refused.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(stopping).ConfigureAwait(false))
        {
            try
            {
                await WriteAsync(stopping).ConfigureAwait(false);
                _isTold = false;
            }
            catch (Exception failed) when (!stopping.IsCancellationRequested)
            {
                if (!_isTold)
                {
                    Log.NotShelved(log, failed);
                }

                _isTold = true;
                await Task.Delay(AgainAfter, time, stopping).ConfigureAwait(false);
                _wake.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>Writes what waits; everything that was told before is on the shelf when it returns.</summary>
    /// <exception cref="Exception">Whatever the shelf throws; what was not written waits again.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await _pen.WaitAsync(cancellationToken).ConfigureAwait(false);
        var (changes, isAnew) = Take();
        try
        {
            if (isAnew)
            {
                var there = await shelf.ReadAsync(cancellationToken).ConfigureAwait(false);
                changes = Anew(there, changes);
            }

            // What has ended first: that is what somebody relies on.
            string[] ended = [.. changes.Where(change => change.Value is null).Select(change => change.Key)];
            if (ended.Length > 0)
            {
                await shelf.RemoveAsync(ended, cancellationToken).ConfigureAwait(false);
            }

            foreach (var key in ended)
            {
                changes.Remove(key);
            }

            foreach (var (key, session) in changes)
            {
                await shelf.PutAsync(session!, cancellationToken).ConfigureAwait(false);
                changes.Remove(key);
            }
        }
        catch
        {
            PutBack(changes, isAnew);
            throw;
        }
        finally
        {
            _pen.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _pen.Dispose();

    private (Dictionary<string, Session?> Changes, bool IsAnew) Take()
    {
        lock (_lock)
        {
            var taken = (_waiting, _isAnew);
            (_waiting, _isAnew) = ([], false);
            return taken;
        }
    }

    // What is told from now on is newer than what is read here, and is written after it.
    private Dictionary<string, Session?> Anew(IReadOnlyList<Session> there, Dictionary<string, Session?> changes)
    {
        var anew = there.ToDictionary(session => session.Key, _ => (Session?)null);
        foreach (var (key, session) in changes)
        {
            anew[key] = session;
        }

        foreach (var session in living())
        {
            anew[session.Key] = session;
        }

        return anew;
    }

    private void PutBack(Dictionary<string, Session?> changes, bool isAnew)
    {
        lock (_lock)
        {
            foreach (var (key, session) in changes)
            {
                _waiting.TryAdd(key, session);
            }

            _isAnew |= isAnew;
            if (_waiting.Count > Most)
            {
                _waiting.Clear();
                _isAnew = true;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4002, LogLevel.Error, "Sessions could not be written down just now; whoever is in stays in, and after a restart logs in again. It is tried again every few seconds")]
        public static partial void NotShelved(ILogger logger, Exception failed);
    }
}
