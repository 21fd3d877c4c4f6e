using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>
/// Where sessions lie while the program is not running. What is on it is a convenience: without it everybody logs in again, and nobody waits for it. One call at a time is made, in the order in which things
/// were, and made again when it throws; between a session's end and the call that takes it away lies a moment, in which a program that is killed leaves it there. A file of its own is the place for it, in no
/// backup: a session that comes out of a backup is one that was ended since.
/// </summary>
public interface ISessionShelf
{
    /// <summary>All that lie there; at most some thousand.</summary>
    Task<IReadOnlyList<Session>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts one there, in place of what has the same <see cref="Session.Key"/>.</summary>
    Task PutAsync(Session session, CancellationToken cancellationToken);

    /// <summary>Takes some away; those that are not there do not matter.</summary>
    /// <param name="keys">Their <see cref="Session.Key"/>s.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
