using System.Collections.Concurrent;
using Signage.Core.Accounts;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>A shelf in memory; it outlives the sites that are started on it, and refuses everything when told to.</summary>
internal sealed class MemoryShelf : ISessionShelf
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new();
    private volatile bool _refuses;

    /// <summary>Whether it stands on a disk that refuses.</summary>
    public bool Refuses
    {
        get => _refuses;
        set => _refuses = value;
    }

    public IReadOnlyList<Session> Sessions => [.. _sessions.Values];

    public async Task<IReadOnlyList<Session>> ReadAsync(CancellationToken cancellationToken)
    {
        await AnswerAsync();
        return Sessions;
    }

    public async Task PutAsync(Session session, CancellationToken cancellationToken)
    {
        await AnswerAsync();
        _sessions[session.Key] = session;
    }

    public async Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await AnswerAsync();
        foreach (var key in keys)
        {
            _sessions.TryRemove(key, out _);
        }
    }

    private async Task AnswerAsync()
    {
        await Task.Yield();
        if (_refuses)
        {
            throw new IOException("no space left on device");
        }
    }
}
