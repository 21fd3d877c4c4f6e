using Signage.Core.Accounts;
using Signage.Storage.Rows;

namespace Signage.Storage.Mapping;

/// <summary>Accounts to rows and back.</summary>
internal static class AccountMapping
{
    // No hash has one in it.
    private const char Between = '\n';

    /// <summary>The row of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="position">Its place in the order in which they came: 1 the first.</param>
    public static AccountRow ToRow(this Account account, int position) => new()
    {
        Id = account.Id,
        Position = position,
        Login = account.Login.Value,
        LoginKey = account.Login.Key,
        Name = account.Name,
        Duties = account.Duties,
        Standing = account.Standing,
        PasswordHash = account.PasswordHash,
        PasswordSetAt = account.PasswordSetAt,
        Stamp = account.Stamp,
        CodeSecret = account.CodeSecret?.Span.ToArray(),
        LastCodeStep = account.LastCodeStep,
        RecoveryHashes = account.RecoveryHashes.Count == 0 ? null : string.Join(Between, account.RecoveryHashes),
        LockedUntil = account.LockedUntil,
        InvitationHash = account.Invitation?.Hash,
        InvitationUntil = account.Invitation?.Until,
        InvitedAgainBy = account.InvitedAgainBy,
        SigningKey = account.SigningKey?.Span.ToArray(),
        Version = account.Version,
    };

    public static Account ToAccount(this AccountRow row) => new(row.Id, LoginName.Kept(row.Login, row.LoginKey), row.Name, row.Duties)
    {
        Standing = row.Standing,
        PasswordHash = row.PasswordHash,
        PasswordSetAt = row.PasswordSetAt,
        Stamp = row.Stamp,
        CodeSecret = Sealed(row.CodeSecret),
        LastCodeStep = row.LastCodeStep,
        RecoveryHashes = row.RecoveryHashes?.Split(Between) ?? [],
        LockedUntil = row.LockedUntil,
        Invitation = row is { InvitationHash: { } hash, InvitationUntil: { } until } ? new Invitation(hash, until) : null,
        InvitedAgainBy = row.InvitedAgainBy,
        SigningKey = Sealed(row.SigningKey),
        Version = row.Version,
    };

    private static SealedBytes? Sealed(byte[]? bytes) => bytes is null ? null : new SealedBytes(bytes);
}
