using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Signage.Web.Accounts;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>The real hasher, with few rounds so that tests are quick, which counts how often it is asked to look at a password.</summary>
internal sealed class CountingHasher(int rounds = 1000) : IPasswordHasher<AccountUser>
{
    private readonly PasswordHasher<AccountUser> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
    private int _looks;

    public int Looks => Volatile.Read(ref _looks);

    public string HashPassword(AccountUser user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(AccountUser user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _looks);
        return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
