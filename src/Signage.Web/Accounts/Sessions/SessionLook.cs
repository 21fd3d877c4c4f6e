using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>A session that holds, and the account of its person as it is now.</summary>
/// <param name="Stay">Which stay it is, in this run of the program only; the same whatever ids the browser is given.</param>
/// <param name="Session">The session.</param>
/// <param name="Account">The account.</param>
public sealed record SessionLook(long Stay, Session Session, Account Account);
