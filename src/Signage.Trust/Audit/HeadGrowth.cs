using Signage.Trust.Roots;

namespace Signage.Trust.Audit;

/// <summary>
/// Whether the entries up to a signed head lead through what is kept. Lines come unsigned, so only those that end in the head itself say anything about the site:
/// who garbles them on the way makes a proof fail and nobody a liar.
/// </summary>
internal abstract record HeadGrowth
{
    private HeadGrowth()
    {
    }

    /// <summary>They lead through all that is kept.</summary>
    /// <param name="ClockBack">The first entry that is earlier than what stands before it, beyond what clocks differ by; null when none is.</param>
    public sealed record Proven(long? ClockBack) : HeadGrowth;

    /// <summary>They do not lead from what is kept to the head.</summary>
    public sealed record Short : HeadGrowth;

    /// <summary>The site signed a history that is another one at an entry that it signed before.</summary>
    /// <param name="Number">The entry.</param>
    public sealed record Rewritten(long Number) : HeadGrowth;

    /// <summary>Follows lines to a head. No more are asked for than lead there.</summary>
    /// <param name="lines">Lines of the export, from any entry on.</param>
    /// <param name="head">The head.</param>
    /// <param name="proven">The head that is kept and proven.</param>
    /// <param name="claimed">Heads that are kept, later than that.</param>
    public static HeadGrowth Of(IEnumerable<string> lines, AuditHead head, AuditHead proven, IReadOnlyList<AuditHead> claimed)
    {
        using var each = lines.GetEnumerator();
        if (!each.MoveNext() || AuditExport.Read(each.Current)?.Entry is not { } first || first.Number > head.Number)
        {
            return new Short();
        }

        // The entry before the first line has the hash that the line says, if the line is one of this head.
        var start = new AuditHead(first.Number - 1, first.Previous, DateTimeOffset.UnixEpoch);
        var path = new Path(each, start, head.Number, [proven, .. claimed]);
        return AuditVerifier.Verify(path.Lines(), [head], start) is not AuditVerdict.Intact { Head: var end } ? new Short()
            : path.Other is { } other ? new Rewritten(other)
            : end.At != head.At ? new Rewritten(head.Number)
            : start.Number > proven.Number ? new Short()
            : new Proven(path.ClockBack);
    }

    /// <summary>Looks over the verifier's shoulder: at the entries that are kept, and at the instants of those behind them.</summary>
    private sealed class Path(IEnumerator<string> each, AuditHead start, long last, IReadOnlyList<AuditHead> kept)
    {
        private readonly ILookup<long, AuditHash> _kept = kept.ToLookup(head => head.Number, head => head.Hash);
        private readonly long _proven = kept[0].Number;
        private DateTimeOffset _latest = kept[0].At;

        public long? Other { get; private set; }

        public long? ClockBack { get; private set; }

        public IEnumerable<string> Lines()
        {
            See(start.Number, start.Hash);
            var number = start.Number;
            do
            {
                if (AuditExport.Read(each.Current)?.Entry is { } entry)
                {
                    See(++number, entry.Hash);
                    SeeInstant(number, entry.Facts.At);
                }

                yield return each.Current;
            }
            while (number < last && each.MoveNext());
        }

        private void See(long number, AuditHash hash) => Other ??= _kept[number].Any(one => one != hash) ? number : null;

        private void SeeInstant(long number, DateTimeOffset at)
        {
            if (number > _proven)
            {
                ClockBack ??= _latest - at > RootChain.Skew ? number : null;
                _latest = at > _latest ? at : _latest;
            }
        }
    }
}
