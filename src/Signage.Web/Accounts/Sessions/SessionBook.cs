using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>
/// Who is in. Sessions live here and not in cookies, so that ending one ends it everywhere: at the next request, and for pages that stay open by the token of <see cref="EndOf"/>. Bounded; survives a restart
/// on its shelf. Thread-safe.
/// </summary>
/// <param name="book">The accounts, looked at anew each time.</param>
/// <param name="shelf">Where sessions lie while the program is not running.</param>
/// <param name="time">The clock.</param>
public sealed class SessionBook(IAccountBook book, ISessionShelf shelf, TimeProvider time) : IDisposable
{
    // The shelf learns of somebody who does something no more often than this; after a restart a session may seem quiet for so much longer than it was, never shorter.
    private static readonly TimeSpan TellShelfAfter = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Stay> _stays = [];

    /// <summary>How many sessions there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _stays.Count;
            }
        }
    }

    /// <summary>Takes over what lay on the shelf; to be called once, before the first request.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var kept = await shelf.ReadAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            foreach (var session in kept.OrderByDescending(session => session.SeenAt).Take(SessionLimits.Most))
            {
                _stays.TryAdd(session.Key, new Stay(session));
            }
        }
    }

    /// <summary>A person has come in.</summary>
    /// <param name="account">The person's account, as it is after whatever was written about the log-in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The id of the session, which is a secret of the browser.</returns>
    public async Task<string> BeginAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (id, now) = (Session.NewId(), time.GetUtcNow());
        var session = new Session(Session.KeyOf(id), account.Id, account.Stamp, now, now, now);
        await EndAsync(Surplus(account.Id), cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _stays.Add(session.Key, new Stay(session));
        }

        await shelf.PutAsync(session, cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>A person who is in has shown password and code again: the session gets a new id and stays what it is otherwise, with its pages.</summary>
    /// <param name="key">The session.</param>
    /// <param name="account">The person's account now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new id; null when the session has ended meanwhile.</returns>
    public async Task<string?> RenewAsync(string key, Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (id, now) = (Session.NewId(), time.GetUtcNow());
        Session renewed;
        lock (_lock)
        {
            if (!_stays.Remove(key, out var stay) || stay.Session.PersonId != account.Id)
            {
                return null;
            }

            renewed = stay.Session with { Key = Session.KeyOf(id), Stamp = account.Stamp, SeenAt = now, ProvedAt = now };
            stay.Session = renewed;
            _stays.Add(renewed.Key, stay);
        }

        await shelf.PutAsync(renewed, cancellationToken).ConfigureAwait(false);
        await shelf.RemoveAsync([key], cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>Looks whether a session holds, and ends it when it does not.</summary>
    /// <param name="key">The session.</param>
    /// <param name="isActive">True when the person does something now, as opposed to a page that asks by itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session and the account of its person; null when it does not hold.</returns>
    public async ValueTask<SessionLook?> LookAsync(string key, bool isActive, CancellationToken cancellationToken)
    {
        if (Find(key) is not { } session)
        {
            return null;
        }

        var account = await book.FindAsync(session.PersonId, cancellationToken).ConfigureAwait(false);
        if (account is null || !SessionLimits.Holds(session, account, time.GetUtcNow()))
        {
            await EndAsync([key], cancellationToken).ConfigureAwait(false);
            return null;
        }

        return new SessionLook(isActive ? await SeeAsync(key, session, cancellationToken).ConfigureAwait(false) : session, account);
    }

    /// <summary>Ends when the session does, for whatever stays open longer than a request. Has ended already when there is no such session.</summary>
    public CancellationToken EndOf(string key)
    {
        lock (_lock)
        {
            return _stays.TryGetValue(key, out var stay) ? stay.End.Token : new CancellationToken(canceled: true);
        }
    }

    /// <summary>Ends one session.</summary>
    public Task EndAsync(string key, CancellationToken cancellationToken) => EndAsync([key], cancellationToken);

    /// <summary>Ends all sessions of a person.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellationToken">Gives up telling the shelf; they have ended all the same.</param>
    public Task EndAllAsync(string personId, CancellationToken cancellationToken) => EndAsync([.. All().Where(session => session.PersonId == personId).Select(session => session.Key)], cancellationToken);

    /// <summary>Ends every session that does not hold any more, whoever made it so.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // Sessions first: one that begins while the accounts are read knows them better than we do.
        var sessions = All();
        var accounts = (await book.AllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(account => account.Id);
        var now = time.GetUtcNow();
        await EndAsync(
            [.. sessions.Where(session => !accounts.TryGetValue(session.PersonId, out var account) || !SessionLimits.Holds(session, account, now)).Select(session => session.Key)],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets go of open pages; sessions stay on the shelf.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var stay in _stays.Values)
            {
                stay.End.Dispose();
            }

            _stays.Clear();
        }
    }

    private Session? Find(string key)
    {
        lock (_lock)
        {
            return _stays.GetValueOrDefault(key)?.Session;
        }
    }

    private Session[] All()
    {
        lock (_lock)
        {
            return [.. _stays.Values.Select(stay => stay.Session)];
        }
    }

    // Those that have to go for one more of a person: quietest first.
    private string[] Surplus(string personId)
    {
        var quietest = All().OrderByDescending(session => session.SeenAt).ToArray();
        return [.. quietest.Where(session => session.PersonId == personId).Skip(SessionLimits.MostOfPerson - 1).Concat(quietest.Skip(SessionLimits.Most - 1)).Select(session => session.Key).Distinct()];
    }

    private async Task<Session> SeeAsync(string key, Session session, CancellationToken cancellationToken)
    {
        var seen = session with { SeenAt = time.GetUtcNow() };
        bool isTold;
        lock (_lock)
        {
            if (!_stays.TryGetValue(key, out var stay))
            {
                return session;
            }

            // Renewed meanwhile by another request of the same browser: that proof is not taken back.
            stay.Session = seen = stay.Session with { SeenAt = seen.SeenAt };
            isTold = seen.SeenAt - stay.ToldAt < TellShelfAfter;
            stay.ToldAt = isTold ? stay.ToldAt : seen.SeenAt;
        }

        if (!isTold)
        {
            await shelf.PutAsync(seen, cancellationToken).ConfigureAwait(false);
        }

        return seen;
    }

    private async Task EndAsync(string[] keys, CancellationToken cancellationToken)
    {
        List<Stay> ended = [];
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_stays.Remove(key, out var stay))
                {
                    ended.Add(stay);
                }
            }
        }

        // Pages first: the shelf may be slow.
        foreach (var stay in ended)
        {
            await stay.End.CancelAsync().ConfigureAwait(false);
            stay.End.Dispose();
        }

        if (keys.Length > 0)
        {
            await shelf.RemoveAsync(keys, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class Stay(Session session)
    {
        public Session Session { get; set; } = session;

        public DateTimeOffset ToldAt { get; set; } = session.SeenAt;

        public CancellationTokenSource End { get; } = new();
    }
}
