using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Secrets;

/// <summary>Locks the secrets of one-time codes with the key ring of the site, each for its account: a database alone is not enough to make codes. Thread-safe.</summary>
/// <param name="protection">The key ring.</param>
internal sealed class CodeSecretSeal(IDataProtectionProvider protection)
{
    private const string Purpose = "signage.code-secret.1";
    private static readonly TimeSpan SetUpWithin = TimeSpan.FromMinutes(15);

    /// <summary>Locks a secret.</summary>
    public SealedBytes Lock(string accountId, byte[] secret) => new(Protector(accountId).Protect(secret));

    /// <summary>The secret; null when it was locked with a key ring that is gone, or for somebody else.</summary>
    public byte[]? Open(string accountId, SealedBytes locked)
    {
        try
        {
            return Protector(accountId).Unprotect(locked.Span.ToArray());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A new secret on its way through the page on which it is set up, so that nothing has to be kept before somebody has shown that the telephone has it.</summary>
    public string Lend(string accountId, DateTimeOffset now) =>
        Protector(accountId + "\nlent").Protect(FormattableString.Invariant($"{(now + SetUpWithin).UtcTicks} {Base32.Write(RandomNumberGenerator.GetBytes(OneTimeCodes.SecretSize))}"));

    /// <summary>The secret in Base32 that came back from the page; null when it is not ours, not this person's or older than 15 minutes.</summary>
    public string? TakeBack(string accountId, string lent, DateTimeOffset now)
    {
        try
        {
            var parts = Protector(accountId + "\nlent").Unprotect(lent).Split(' ');
            var left = new DateTimeOffset(long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero) - now;

            // One that has longer than any was lent while the clock stood wrong.
            return left > TimeSpan.Zero && left <= SetUpWithin ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string accountId) => protection.CreateProtector(Purpose, accountId);
}
