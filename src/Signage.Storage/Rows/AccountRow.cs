using Signage.Core.Review;

namespace Signage.Storage.Rows;

/// <summary>One account.</summary>
internal sealed class AccountRow
{
    public required string Id { get; init; }

    /// <summary>The account's place in the order in which they came: 1 the first.</summary>
    public required int Position { get; init; }

    public required string Login { get; init; }

    /// <summary>What names that look alike have in common; each once.</summary>
    public required string LoginKey { get; init; }

    public required string Name { get; init; }

    public required Duty Duties { get; init; }

    public required PersonStanding Standing { get; init; }

    public required string? PasswordHash { get; init; }

    public required DateTimeOffset? PasswordSetAt { get; init; }

    public required string Stamp { get; init; }

    public required byte[]? CodeSecret { get; init; }

    public required long LastCodeStep { get; init; }

    /// <summary>Hashes with line feeds between them; null for none.</summary>
    public required string? RecoveryHashes { get; init; }

    public required DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Of an invitation only, as the next one.</summary>
    public required string? InvitationHash { get; init; }

    public required DateTimeOffset? InvitationUntil { get; init; }

    public required string? InvitedAgainBy { get; init; }

    public required byte[]? SigningKey { get; init; }

    public required long Version { get; init; }
}
