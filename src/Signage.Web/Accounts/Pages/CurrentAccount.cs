using Microsoft.AspNetCore.Http;
using Signage.Core.Accounts;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Pages;

/// <summary>The account of whoever sits there.</summary>
/// <param name="sessions">The sessions.</param>
internal sealed class CurrentAccount(SessionBook sessions)
{
    /// <summary>
    /// The account; to be asked only where somebody has to have come in. With a form it is the one that <see cref="FormGuard"/> saw when the whole form was there: what has changed since makes the writing
    /// stale.
    /// </summary>
    public async ValueTask<Account> OfAsync(HttpContext context) =>
        (context.Features.Get<SessionLook>()
            ?? (SessionClaims.StayOf(context.User) is { } stay ? await sessions.LookAsync(stay, context.RequestAborted).ConfigureAwait(false) : null))?.Account
        ?? throw new InvalidOperationException("Nobody has come in: this endpoint has to ask for a policy.");
}
