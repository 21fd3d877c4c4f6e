using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>A session that holds, and the account of its person as it is now.</summary>
/// <param name="Session">The session.</param>
/// <param name="Account">The account.</param>
public sealed record SessionLook(Session Session, Account Account);
