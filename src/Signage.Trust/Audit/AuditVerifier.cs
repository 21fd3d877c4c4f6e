using Signage.Core.Text;
using Signage.Trust.Roots;

namespace Signage.Trust.Audit;

/// <summary>
/// Reads an audit from its first line to its last and tells the first entry that is not as it was. By itself a chain proves its inside; that its end is the
/// true end, or was not written anew by somebody who can reckon hashes, only heads prove that were kept elsewhere.
/// </summary>
public static class AuditVerifier
{
    /// <summary>Verifies an audit.</summary>
    /// <param name="lines">The lines of the export, without line breaks. They are asked for one by one, so an audit of any length fits.</param>
    /// <param name="heads">Heads that are believed, in any order: from the centre, from paper.</param>
    /// <param name="start">The head before the first line, where the audit was continued from an older file; none for an audit from its beginning.</param>
    public static AuditVerdict Verify(IEnumerable<string> lines, IEnumerable<AuditHead> heads, AuditHead? start = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(heads);
        var pins = heads.ToLookup(pin => pin.Number);
        var head = start ?? AuditHead.None;
        foreach (var line in lines)
        {
            if (Check(line, head, pins, out var entry) is { } fault)
            {
                return new AuditVerdict.Broken(head.Number + 1, fault, AuditWords.Of(fault, head.Number + 1));
            }

            head = entry!.Head;
        }

        return pins.Max(pin => (long?)pin.Key) > head.Number
            ? new AuditVerdict.Broken(head.Number + 1, AuditFault.Truncated, AuditWords.Of(AuditFault.Truncated, head.Number + 1))
            : new AuditVerdict.Intact(head);
    }

    /// <summary>Verifies an audit against heads that the site signed.</summary>
    /// <param name="lines">The lines of the export, without line breaks.</param>
    /// <param name="signedHeads">The envelopes as they came.</param>
    /// <param name="trusted">The root that they were signed under.</param>
    /// <param name="now">The instant at which they have to hold.</param>
    public static AuditVerdict Verify(IEnumerable<string> lines, IEnumerable<ReadOnlyMemory<byte>> signedHeads, TrustedSet trusted, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signedHeads);
        ArgumentNullException.ThrowIfNull(trusted);
        var heads = new List<AuditHead>();
        foreach (var envelope in signedHeads)
        {
            // Old heads are as good as new ones here.
            var answer = trusted.Inspect(envelope.Span, SignedKind.AuditHead, now);
            if (answer is not TrustAnswer.Accepted { Statement: var statement } || AuditHead.Read(statement) is not { } head)
            {
                var reason = (answer as TrustAnswer.Refused)?.Reason ?? Words.TrustNotCanonical;
                return new AuditVerdict.Broken(0, AuditFault.HeadNotTrusted, Words.AuditHeadNotTrusted.With(reason));
            }

            heads.Add(head);
        }

        return Verify(lines, heads);
    }

    private static AuditFault? Check(string line, AuditHead before, ILookup<long, AuditHead> pins, out AuditEntry? entry)
    {
        var reading = AuditExport.Read(line);
        entry = reading?.Entry;
        if (entry is null)
        {
            return AuditFault.Unreadable;
        }

        var (hash, expected) = (entry.Hash, before.Number + 1);
        return !reading!.Value.IsExact ? AuditFault.Changed
            : entry.Number > expected ? AuditFault.Missing
            : entry.Number < expected ? AuditFault.OutOfPlace
            : entry.Previous != before.Hash ? AuditFault.BrokenLink
            : pins[expected].Any(pin => pin.Hash != hash) ? AuditFault.OtherThanHead
            : null;
    }
}
