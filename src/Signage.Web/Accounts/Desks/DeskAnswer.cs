using Microsoft.AspNetCore.Identity;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Desks;

/// <summary>What came of something that was asked for at a page.</summary>
internal abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Account">The account after it.</param>
    public sealed record Done(Account Account) : DeskAnswer;

    /// <summary>It is not done.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : DeskAnswer;

    /// <summary>What Identity says of it.</summary>
    public static DeskAnswer Of(IdentityResult result, AccountUser user) => result.Succeeded ? new Done(user.Account) : new Refused(string.Join(' ', result.Errors.Select(error => error.Description)));

    /// <summary>What the book says of it.</summary>
    public static DeskAnswer Of(AccountAnswer answer) => answer switch
    {
        AccountAnswer.Stored(var account) => new Done(account),
        AccountAnswer.Refused(var reason) => new Refused(reason),
        _ => new Refused(Words.AccountStale),
    };
}
