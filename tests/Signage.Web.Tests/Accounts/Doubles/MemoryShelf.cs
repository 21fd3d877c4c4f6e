using System.Collections.Concurrent;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>A shelf in memory; it outlives the sites that are started on it.</summary>
internal sealed class MemoryShelf : ISessionShelf
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    public Task<IReadOnlyList<Session>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Session>>([.. _sessions.Values]);

    public Task PutAsync(Session session, CancellationToken cancellationToken)
    {
        _sessions[session.Key] = session;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            _sessions.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}
