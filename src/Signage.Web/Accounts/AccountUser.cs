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

    /// <summary>Why the disk did not take the last writing, in a line for a person; null when it did or something else was the reason.</summary>
    public string? Busy { get; set; }

    /// <inheritdoc />
    public override string ToString() => Account.ToString();
}
