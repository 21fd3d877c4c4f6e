using Microsoft.AspNetCore.Identity;

namespace Signage.Web.Accounts;

/// <summary>What ASP.NET Core Identity complains about, in words for the person at the page.</summary>
internal sealed class AccountErrors : IdentityErrorDescriber
{
    /// <inheritdoc />
    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), Words.LoginTaken);

    /// <inheritdoc />
    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch), Words.PasswordNotYours);

    /// <inheritdoc />
    public override IdentityError ConcurrencyFailure() => Of(nameof(ConcurrencyFailure), Words.AccountStale);

    /// <inheritdoc />
    public override IdentityError DefaultError() => Of(nameof(DefaultError), Words.AccountStale);

    private static IdentityError Of(string code, string description) => new() { Code = code, Description = description };
}
