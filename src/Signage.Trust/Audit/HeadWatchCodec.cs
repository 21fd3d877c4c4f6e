using System.Text;
using Signage.Trust.Envelopes;
using Signage.Trust.Roots;

namespace Signage.Trust.Audit;

/// <summary>A watch as it is stored; see docs/trust.md.</summary>
internal static class HeadWatchCodec
{
    private const string Tag = "signage.head-watch.1";

    public static byte[] Write(HeadWatch watch)
    {
        var writer = new FieldWriter().Tag(Tag).Text(watch.Site).Text(watch.Signer).Long((ulong)watch.Beat.TotalMilliseconds)
            .Instant(watch.NewestIssue).Instant(watch.ShownUntil)
            .Number(watch.Proven is null ? 0u : 1u + (uint)watch.Claimed.Count);
        foreach (var head in watch.Claimed.Prepend(watch.Proven).OfType<AuditHead>())
        {
            writer.Raw(head.ToBytes());
        }

        return writer.ToArray();
    }

    public static HeadWatch? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        if (!reader.Raw(Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(Tag)))
        {
            return null;
        }

        var (site, signer) = (reader.Text(Statement.MostName), reader.Text(Statement.MostName));
        var beat = TimeSpan.FromMilliseconds((long)reader.Long(1, (ulong)HeadWatch.LongestBeat.TotalMilliseconds));
        var (issued, shown) = (reader.Instant(), reader.Instant());
        var heads = new AuditHead[reader.Number(0, HeadWatch.MostClaimed + 1)];
        for (var at = 0; at < heads.Length; at++)
        {
            // Only what a watch begins with may have no entry yet.
            heads[at] = new AuditHead((long)reader.Long(at == 0 ? 0u : 1u, Statement.MostVersion), new AuditHash(Convert.ToHexStringLower(reader.Raw(32))), reader.Instant());
            if (at > 0 && heads[at - 1].Number >= heads[at].Number)
            {
                return null;
            }
        }

        return reader.IsWhole && site.Length > 0 && signer.Length > 0
            ? new HeadWatch(site, signer, beat) { Proven = heads.FirstOrDefault(), Claimed = [.. heads.Skip(1)], NewestIssue = issued, ShownUntil = shown }
            : null;
    }
}
