using Signage.Core.Accounts;

namespace Signage.Web.Accounts;

/// <summary>An account in the hands of ASP.NET Core Identity, which changes what it holds piece by piece and then asks for it to be written. Belongs to one request.</summary>
/// <param name="account">The account as it was read.</param>
/// <param name="deed">What is being done with it; whatever is written is written as that.</param>
public sealed class AccountUser(Account account, AccountDeed deed)
{
    /// <summary>The account as it is to be.</summary>
    public Account Account { get; set; } = account;

    /// <summary>What is being done with it.</summary>
    public AccountDeed Deed { get; set; } = deed;

    /// <inheritdoc />
    public override string ToString() => Account.ToString();
}
