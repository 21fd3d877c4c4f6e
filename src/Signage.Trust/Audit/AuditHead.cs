using Signage.Trust.Envelopes;
using Signage.Trust.Roots;

namespace Signage.Trust.Audit;

/// <summary>
/// The end of an audit: which entry is the last. Signed and sent to the centre, it pins everything up to there: who deletes the newest entries, or writes
/// them anew from some entry on, is found out by it and by nothing else. Immutable.
/// </summary>
/// <param name="Number">The number of the last entry; 0 when there is none.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">Its instant.</param>
public sealed record AuditHead(long Number, AuditHash Hash, DateTimeOffset At)
{
    /// <summary>The series that signed heads are versions of; the version of each is its <see cref="Number"/>.</summary>
    public const string Series = "audit";

    /// <summary>The head before the first entry.</summary>
    public static AuditHead None { get; } = new(0, AuditHash.None, DateTimeOffset.UnixEpoch);

    /// <summary>The body of a statement about it: number (u64), hash (32 bytes), instant (milliseconds since 1970, u64), little-endian.</summary>
    public byte[] ToBytes() => new FieldWriter().Long((ulong)Number).Raw(Convert.FromHexString(Hash.Hex)).Instant(At).ToArray();

    /// <summary>The statement that a site signs about it.</summary>
    /// <param name="epoch">The epoch of the root in force.</param>
    /// <param name="site">The site, as <c>district/site</c>; such a statement is for the site itself and its centre.</param>
    /// <param name="issuedAt">Now, to the millisecond, in UTC.</param>
    /// <param name="expiresAt">Until when it is accepted.</param>
    public Statement ToStatement(int epoch, string site, DateTimeOffset issuedAt, DateTimeOffset expiresAt) =>
        new(epoch, Series, Number, site, issuedAt, expiresAt, ToBytes());

    /// <summary>The head in a verified statement; null when it is of another kind, or its version is not its number.</summary>
    public static AuditHead? Read(VerifiedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var reader = new FieldReader(statement.Kind == SignedKind.AuditHead ? statement.Content.Body.Span : default);
        var head = new AuditHead((long)reader.Long(1, Statement.MostVersion), new AuditHash(Convert.ToHexStringLower(reader.Raw(32))), reader.Instant());
        return reader.IsWhole && head.Number == statement.Content.Version && statement.Content.Series == Series ? head : null;
    }
}
