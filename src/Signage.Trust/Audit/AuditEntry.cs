using System.Security.Cryptography;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Audit;

/// <summary>One entry of the audit. Its hash covers everything in it and the hash before, so whoever changes one entry changes all that follow. Immutable.</summary>
public sealed record AuditEntry
{
    internal AuditEntry(long number, AuditFacts facts, AuditHash previous)
    {
        (Number, Facts, Previous) = (number, facts, previous);
        Hash = Reckon();
    }

    /// <summary>1 for the first entry of a site, then one more each.</summary>
    public long Number { get; }

    /// <summary>What happened.</summary>
    public AuditFacts Facts { get; }

    /// <summary>The hash of the entry before; <see cref="AuditHash.None"/> before the first.</summary>
    public AuditHash Previous { get; }

    /// <summary>
    /// SHA-256 over the tag <c>signage.audit.1</c> (ASCII), number (u64), instant (milliseconds since 1970, u64), actor, action, subject, number of details
    /// (u32) and each name and value, all texts in UTF-8 behind their length (u32), and the 32 bytes of the previous hash. Numbers are little-endian.
    /// </summary>
    public AuditHash Hash { get; }

    /// <summary>The head of the chain that ends with this entry.</summary>
    public AuditHead Head => new(Number, Hash, Facts.At);

    private AuditHash Reckon()
    {
        var writer = new FieldWriter().Tag("signage.audit.1").Long((ulong)Number).Instant(Facts.At)
            .Text(Facts.Actor).Text(Facts.Action).Text(Facts.Subject).Number((uint)Facts.Details.Count);
        foreach (var (name, value) in Facts.Details)
        {
            writer.Text(name).Text(value);
        }

        return new AuditHash(Convert.ToHexStringLower(SHA256.HashData(writer.Raw(Convert.FromHexString(Previous.Hex)).ToArray())));
    }
}
