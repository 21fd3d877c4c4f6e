using System.Security.Cryptography;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Accounts.Desks;

/// <summary>Makes accounts that nobody has written yet.</summary>
internal static class NewAccount
{
    /// <summary>An account with an id and a stamp of its own, and no password.</summary>
    public static Account Of(LoginName login, string name, Duty duties) => new($"p{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}", login, name, duties) { Stamp = NewStamp() };

    /// <summary>Another stamp: sessions and known browsers of the one before are worth nothing.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>An invitation, and the code that goes with it.</summary>
    public static (Invitation Invitation, string Code) Invite(string id, DateTimeOffset now)
    {
        var code = SpokenCode.Create(SpokenCode.Long);
        return (new Invitation(SpokenCode.Hash(id, code), now + Invitation.Life), code);
    }
}
