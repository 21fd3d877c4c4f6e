namespace Signage.Web.Accounts.Sessions;

/// <summary>
/// Where sessions lie while the program is not running. What is on it is a convenience: without it everybody logs in again, and what should have gone from it and did not is ended by its stamp, its age
/// or the standing of its person. Safe to use from many threads.
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
