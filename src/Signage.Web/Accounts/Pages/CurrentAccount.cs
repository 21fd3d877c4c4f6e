using Microsoft.AspNetCore.Http;
using Signage.Core.Accounts;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Pages;

/// <summary>The account of whoever sits there, read anew.</summary>
/// <param name="book">The accounts.</param>
internal sealed class CurrentAccount(IAccountBook book)
{
    /// <summary>The account; to be asked only where somebody has to have come in.</summary>
    public async ValueTask<Account> OfAsync(HttpContext context) =>
        SessionClaims.PersonOf(context.User) is { } id && await book.FindAsync(id, context.RequestAborted).ConfigureAwait(false) is { } account
            ? account
            : throw new InvalidOperationException("Nobody has come in: this endpoint has to ask for a policy.");
}
