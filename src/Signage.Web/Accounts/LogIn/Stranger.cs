using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Signage.Core.Accounts;
using Signage.Core.Review;

namespace Signage.Web.Accounts.LogIn;

/// <summary>Whoever is not known: a password is looked at for a name that nobody has exactly as for any other, and never right. Made once.</summary>
internal sealed class Stranger
{
    /// <summary>Hashes a password that nobody knows.</summary>
    public Stranger(IPasswordHasher<AccountUser> hasher)
    {
        ArgumentNullException.ThrowIfNull(hasher);
        var name = ((LoginNameAnswer.Named)LoginName.Read("stranger")).Login;
        User = new AccountUser(new Account("", name, "", Duty.None), AccountDeed.ByVisitor(AccountDeed.Wrong));
        User.Account = User.Account with { PasswordHash = hasher.HashPassword(User, Convert.ToHexString(RandomNumberGenerator.GetBytes(32))) };
    }

    /// <summary>The stranger.</summary>
    public AccountUser User { get; }
}
