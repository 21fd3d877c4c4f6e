using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>
/// Who is in. Sessions live here and not in cookies, so that ending one ends it everywhere: at the next request, and for pages that stay open by the token of <see cref="EndOf"/>. Bounded; survives a restart
/// on its shelf, for which nobody waits. Thread-safe.
/// </summary>
/// <remarks>
/// A cookie finds a session by its key, which changes whenever the person proves anew who it is. Whatever stays open knows the number of the stay, which stays what it is and never leaves the program.
/// </remarks>
public sealed partial class SessionBook : IDisposable
{
    // The shelf learns of somebody who does something no more often than this; after a restart a session may seem quiet for so much longer than it was, never shorter.
    private static readonly TimeSpan TellShelfAfter = TimeSpan.FromMinutes(1);

    private readonly IAccountBook _book;
    private readonly ISessionShelf _shelf;
    private readonly TimeProvider _time;
    private readonly ILogger<SessionBook> _log;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Stay> _byKey = [];
    private readonly Dictionary<long, Stay> _byNumber = [];
    private long _lastNumber;

    /// <summary>Nobody is in.</summary>
    /// <param name="book">The accounts, looked at anew each time.</param>
    /// <param name="shelf">Where sessions lie while the program is not running.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Tells a technician.</param>
    public SessionBook(IAccountBook book, ISessionShelf shelf, TimeProvider time, ILogger<SessionBook> log)
    {
        (_book, _shelf, _time, _log) = (book, shelf, time, log);
        Writer = new ShelfWriter(shelf, () => All().Sessions, time, log);
    }

    /// <summary>How many sessions there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byKey.Count;
            }
        }
    }

    /// <summary>What tells the shelf.</summary>
    internal ShelfWriter Writer { get; }

    /// <summary>Takes over what lay on the shelf; to be called once, before the first request. A shelf that cannot be read lets everybody log in again, and no more.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var kept = await _shelf.ReadAsync(cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                foreach (var session in kept.OrderByDescending(session => session.SeenAt).Take(SessionLimits.Most).Where(session => !_byKey.ContainsKey(session.Key)))
                {
                    Add(session);
                }
            }
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRead(_log, failed);
            Writer.TellAnew();
        }
    }

    /// <summary>A person has come in.</summary>
    /// <param name="account">The person's account, as it is after whatever was written about the log-in.</param>
    /// <returns>The id of the session, which is a secret of the browser.</returns>
    public async Task<string> BeginAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (id, now) = (NewId(), _time.GetUtcNow());
        var session = new Session(Session.KeyOf(id), account.Id, account.Stamp, now, now, now);
        List<Stay> surplus;
        lock (_lock)
        {
            surplus = [.. Surplus(account.Id)];
            surplus.ForEach(Remove);
            Add(session);
        }

        Writer.Tell(session.Key, session);
        await CutAsync(surplus).ConfigureAwait(false);
        return id;
    }

    /// <summary>A person who is in has shown password and code again: the session gets a new id and stays what it is otherwise, with its pages.</summary>
    /// <param name="number">The stay.</param>
    /// <param name="account">The person's account now.</param>
    /// <returns>The new id; null when the session has ended meanwhile, or is another person's.</returns>
    public string? Renew(long number, Account account) => Rekey(number, account, isProof: true);

    /// <summary>
    /// A person who is in has changed what proves who it is: everything else of the person ends, and the session gets a new id and stays what it is otherwise. That is no proof, and no log-in: who has only found
    /// a browser that is in gets no time by it.
    /// </summary>
    /// <param name="number">The stay.</param>
    /// <param name="account">The person's account after the change.</param>
    /// <returns>See <see cref="Renew"/>.</returns>
    public async Task<string?> ContinueAsync(long number, Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var id = Rekey(number, account, isProof: false);
        await EndAsync(stay => stay.Session.PersonId == account.Id && (id is null || stay.Number != number)).ConfigureAwait(false);
        return id;
    }

    /// <summary>Looks whether the session of a cookie holds, and ends it when it does not.</summary>
    /// <param name="key">The session.</param>
    /// <param name="isActive">True when the person does something now, as opposed to a page that asks by itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session and the account of its person; null when it does not hold.</returns>
    public ValueTask<SessionLook?> LookAsync(string key, bool isActive, CancellationToken cancellationToken)
    {
        Stay? stay;
        lock (_lock)
        {
            stay = _byKey.GetValueOrDefault(key);
        }

        return LookAsync(stay, isActive, cancellationToken);
    }

    /// <summary>The same, of a stay: for whatever is open already. Asking is nothing that its person does.</summary>
    public ValueTask<SessionLook?> LookAsync(long number, CancellationToken cancellationToken)
    {
        Stay? stay;
        lock (_lock)
        {
            stay = _byNumber.GetValueOrDefault(number);
        }

        return LookAsync(stay, isActive: false, cancellationToken);
    }

    /// <summary>Ends when the stay does, for whatever stays open longer than a request. Has ended already when there is no such stay.</summary>
    public CancellationToken EndOf(long number)
    {
        lock (_lock)
        {
            return _byNumber.TryGetValue(number, out var stay) ? stay.End.Token : new CancellationToken(canceled: true);
        }
    }

    /// <summary>Ends one stay.</summary>
    public Task EndAsync(long number) => EndAsync(stay => stay.Number == number);

    /// <summary>Ends all sessions of a person.</summary>
    public Task EndAllAsync(string personId) => EndAsync(stay => stay.Session.PersonId == personId);

    /// <summary>Ends every session that does not hold any more, whoever made it so.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // Sessions first: one that begins while the accounts are read knows them better than we do. And the instant with them: one that is seen while they are read is not quiet for as long.
        var (sessions, now) = All();
        var accounts = (await _book.AllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(account => account.Id);
        var ended = sessions.Where(session => !accounts.TryGetValue(session.PersonId, out var account) || !SessionLimits.Holds(session, account, now)).Select(session => session.Key).ToHashSet();
        await EndAsync(stay => ended.Contains(stay.Session.Key)).ConfigureAwait(false);
    }

    /// <summary>Lets go of open pages; sessions stay on the shelf.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var stay in _byKey.Values)
            {
                stay.End.Dispose();
            }

            _byKey.Clear();
            _byNumber.Clear();
        }

        Writer.Dispose();
    }

    private async ValueTask<SessionLook?> LookAsync(Stay? stay, bool isActive, CancellationToken cancellationToken)
    {
        while (stay is not null)
        {
            var (session, now) = SessionOf(stay);
            var account = await _book.FindAsync(session.PersonId, cancellationToken).ConfigureAwait(false);
            if (account is not null && SessionLimits.Holds(session, account, now))
            {
                return (isActive ? See(stay) : session) is { } seen ? new SessionLook(stay.Number, seen, account) : null;
            }

            // Goes on under another key meanwhile: then what was looked at is not what there is.
            if (SessionOf(stay).Session.Key == session.Key)
            {
                await EndAsync(one => one.Session.Key == session.Key).ConfigureAwait(false);
                return null;
            }
        }

        return null;
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    // As it is, and when that was so: within the lock nobody is seen.
    private (Session Session, DateTimeOffset Now) SessionOf(Stay stay)
    {
        lock (_lock)
        {
            return (stay.Session, _time.GetUtcNow());
        }
    }

    private (IReadOnlyList<Session> Sessions, DateTimeOffset Now) All()
    {
        lock (_lock)
        {
            return ([.. _byKey.Values.Select(stay => stay.Session)], _time.GetUtcNow());
        }
    }

    // Within the lock, as the next two.
    private void Add(Session session)
    {
        var stay = new Stay(++_lastNumber, session);
        _byKey.Add(session.Key, stay);
        _byNumber.Add(stay.Number, stay);
    }

    private void Remove(Stay stay)
    {
        _byKey.Remove(stay.Session.Key);
        _byNumber.Remove(stay.Number);
        Writer.Tell(stay.Session.Key, null);
    }

    // Those that have to go for one more of a person: quietest first.
    private IEnumerable<Stay> Surplus(string personId)
    {
        var quietest = _byKey.Values.OrderByDescending(stay => stay.Session.SeenAt).ToArray();
        return quietest.Where(stay => stay.Session.PersonId == personId).Skip(SessionLimits.MostOfPerson - 1).Concat(quietest.Skip(SessionLimits.Most - 1)).Distinct();
    }

    private string? Rekey(long number, Account account, bool isProof)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (id, now) = (NewId(), _time.GetUtcNow());
        lock (_lock)
        {
            if (!_byNumber.TryGetValue(number, out var stay) || stay.Session.PersonId != account.Id)
            {
                return null;
            }

            var old = stay.Session.Key;
            stay.Session = stay.Session with { Key = Session.KeyOf(id), Stamp = account.Stamp, SeenAt = now, ProvedAt = isProof ? now : stay.Session.ProvedAt };
            _byKey.Remove(old);
            _byKey.Add(stay.Session.Key, stay);
            Writer.Tell(old, null);
            Writer.Tell(stay.Session.Key, stay.Session);
            return id;
        }
    }

    private Session? See(Stay stay)
    {
        lock (_lock)
        {
            if (!_byNumber.ContainsKey(stay.Number))
            {
                return null;
            }

            // As it is by now: a proof that another request has given meanwhile is not taken back.
            stay.Session = stay.Session with { SeenAt = _time.GetUtcNow() };
            if ((stay.Session.SeenAt - stay.ToldAt).Duration() >= TellShelfAfter)
            {
                stay.ToldAt = stay.Session.SeenAt;
                Writer.Tell(stay.Session.Key, stay.Session);
            }

            return stay.Session;
        }
    }

    private async Task EndAsync(Func<Stay, bool> isEnded)
    {
        List<Stay> ended;
        lock (_lock)
        {
            ended = [.. _byKey.Values.Where(isEnded)];
            ended.ForEach(Remove);
        }

        await CutAsync(ended).ConfigureAwait(false);
    }

    private async Task CutAsync(List<Stay> ended)
    {
        foreach (var stay in ended)
        {
            try
            {
                await stay.End.CancelAsync().ConfigureAwait(false);
            }
            catch (AggregateException failed)
            {
                // Whatever hangs on one stay must not keep another one open.
                Log.NotCut(_log, failed);
            }

            stay.End.Dispose();
        }
    }

    private sealed class Stay(long number, Session session)
    {
        public long Number { get; } = number;

        public Session Session { get; set; } = session;

        public DateTimeOffset ToldAt { get; set; } = session.SeenAt;

        public CancellationTokenSource End { get; } = new();
    }

    private static partial class Log
    {
        [LoggerMessage(4004, LogLevel.Error, "The sessions of before could not be read: everybody logs in again")]
        public static partial void NotRead(ILogger logger, Exception failed);

        [LoggerMessage(4005, LogLevel.Error, "A session has ended, and a page of it did not let go of its connection")]
        public static partial void NotCut(ILogger logger, Exception failed);
    }
}
