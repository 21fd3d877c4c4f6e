using System.Globalization;
using Signage.Core.Accounts;

namespace Signage.Storage.Auditing;

/// <summary>What the audit keeps of deeds with accounts: who did it, to whom, and what is another now of what others may do or see. Never a hash, a secret, a stamp or a code.</summary>
internal static class AccountNotes
{
    /// <summary>A deed that changes an account.</summary>
    /// <param name="deed">The deed.</param>
    /// <param name="before">The account as it was; null for a new one.</param>
    /// <param name="after">The account as it is now.</param>
    public static AuditNote Of(AccountDeed deed, Account? before, Account after) => Of(
        deed,
        after.Id,
        ("login", after.Login.Value),
        ("name", Change(before?.Name, after.Name)),
        ("duties", Change(before?.Duties.ToString(), after.Duties.ToString())),
        ("standing", Change(before?.Standing.ToString(), after.Standing.ToString())));

    /// <summary>A deed that changes none.</summary>
    public static AuditNote Of(AccountDeed deed) => Of(deed, deed.Subject ?? "");

    private static AuditNote Of(AccountDeed deed, string subject, params IEnumerable<(string Name, string? Value)> details) => new(
        new Actor(deed.Actor),
        deed.Action,
        subject,
        [
            .. details,
            ("count", deed.Count == 1 ? null : deed.Count.ToString(CultureInfo.InvariantCulture)),
            ("firstFrom", deed.FirstFrom),
            ("lastFrom", deed.LastFrom),
        ]);

    // What is as it was needs no word.
    private static string? Change(string? before, string after) => before is null ? after : before == after ? null : $"{before} → {after}";
}
