using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Desks;

/// <summary>What came of something that was asked for at a page.</summary>
internal abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>Too many tries; none of this was looked at.</summary>
    public static Refused TooOften => new(Words.TooOften) { Status = StatusCodes.Status429TooManyRequests };

    /// <summary>It is done.</summary>
    /// <param name="Account">The account after it.</param>
    public sealed record Done(Account Account) : DeskAnswer;

    /// <summary>It is not done.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : DeskAnswer
    {
        /// <summary>The status of the page that says so.</summary>
        public int Status { get; init; } = StatusCodes.Status400BadRequest;
    }

    /// <summary>What Identity says of it.</summary>
    public static DeskAnswer Of(IdentityResult result, AccountUser user) =>
        result.Succeeded ? new Done(user.Account)
        : user.Busy is { } reason ? BusyWith(reason)
        : new Refused(string.Join(' ', result.Errors.Select(error => error.Description)));

    /// <summary>What the book says of it.</summary>
    public static DeskAnswer Of(AccountAnswer answer) => answer switch
    {
        AccountAnswer.Stored(var account) => new Done(account),
        AccountAnswer.Refused(var reason) => new Refused(reason),
        AccountAnswer.Busy(var reason) => BusyWith(reason),
        _ => new Refused(Words.AccountStale),
    };

    private static Refused BusyWith(string reason) => new(reason) { Status = StatusCodes.Status503ServiceUnavailable };
}
