using System.Globalization;
using Signage.Core.Text;

namespace Signage.Trust.Audit;

/// <summary>
/// An export of a site beside the heads that somebody else kept of it. It finds what no heartbeat shows: a site that keeps two sets of books, one for the centre and one for whoever comes to look,
/// and an old end that was taken away too early or that no head covers.
/// </summary>
public static class HeadCheck
{
    /// <summary>Checks an export.</summary>
    /// <param name="lines">Its lines, without line breaks; asked for one by one, and once.</param>
    /// <param name="heads">The kept heads of this site, in any order. The heads of entries that somebody kept as well narrow down where it disagrees.</param>
    /// <param name="now">The time, proven.</param>
    public static HeadVerdict Check(IEnumerable<string> lines, IReadOnlyCollection<KeptHead> heads, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(heads);
        using var each = lines.GetEnumerator();
        var isEmpty = !each.MoveNext();
        var first = isEmpty ? null : AuditExport.Read(each.Current)?.Entry;
        var start = AuditHead.None;
        if (first is { Number: > 1 })
        {
            var covers = heads.Where(kept => kept.Head.Number == first.Number - 1).OrderBy(kept => kept.Head.Hash == first.Previous).ToArray();
            if (covers.Length == 0)
            {
                return new HeadVerdict.Disagrees(1, first.Number - 1, AuditFault.Missing, Words.AuditFrontUncovered.With(first.Number));
            }

            if (covers.FirstOrDefault(kept => !AuditRotation.MayLeave(kept, now)) is { } young)
            {
                return Early(young);
            }

            // One that is not met goes first.
            start = covers[0].Head;
        }

        return AuditVerifier.Verify(isEmpty ? [] : Rest(each), heads.Select(kept => kept.Head), start) switch
        {
            AuditVerdict.Intact { Head: var last } => new HeadVerdict.Agrees(start.Number + 1, last, heads.Max(kept => (long?)kept.Head.Number) ?? 0),
            AuditVerdict.Broken broken => Disagrees(broken, heads, start),
            _ => throw new InvalidOperationException(),
        };
    }

    private static IEnumerable<string> Rest(IEnumerator<string> each)
    {
        do
        {
            yield return each.Current;
        }
        while (each.MoveNext());
    }

    // All heads before the bad entry were met. Behind the last of them entries may have been written anew up to where it shows.
    private static HeadVerdict.Disagrees Disagrees(AuditVerdict.Broken broken, IReadOnlyCollection<KeptHead> heads, AuditHead start)
    {
        var first = heads.Select(kept => kept.Head.Number).Where(number => number < broken.Number).Append(start.Number).Max() + 1;
        var isBetween = broken.Fault == AuditFault.OtherThanHead && first < broken.Number;
        return new HeadVerdict.Disagrees(first, broken.Number, broken.Fault, isBetween ? Words.AuditRewrittenBetween.With(first, broken.Number) : broken.Reason);
    }

    private static HeadVerdict.LeftEarly Early(KeptHead young)
    {
        var until = young.Since + AuditRotation.Retention;
        return new HeadVerdict.LeftEarly(
            young.Head.Number, until, Words.AuditLeftEarly.With(young.Head.Number, until.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)));
    }
}
