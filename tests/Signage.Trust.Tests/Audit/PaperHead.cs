using Signage.Trust.Tests.Papers;

namespace Signage.Trust.Tests.Audit;

/// <summary>A second reader of audit heads, from docs/trust.md.</summary>
internal sealed record PaperHead(ulong Number, string Hash, long Instant)
{
    private const int SiteRole = 6;
    private const int MostDays = 3_660;

    public static PaperHead Read(PaperCursor cursor, ulong least) =>
        new(cursor.U64(least, (1ul << 53) - 1), Convert.ToHexStringLower(cursor.Bytes(32)), cursor.Instant());

    /// <summary>The payload of an envelope and which of those with the role signed it, by the arithmetic of <see cref="PaperCurve"/>.</summary>
    public static (byte[] Payload, string[] Signed)? Open(byte[] envelope, PaperRoot root)
    {
        var sites = root.People.Where(person => (person.Roles >> SiteRole & 1) == 1).ToArray();
        List<(byte[] Point, string Person)> keys = [.. sites.SelectMany(person => person.Keys, (person, key) => (key, person.Id))];
        return PaperEnvelope.Open(envelope, "signage.audit-head.1", root.Profile, keys, 0) is { } payload
            ? (payload, [.. keys.Where(key => PaperEnvelope.Open(envelope, "signage.audit-head.1", root.Profile, [key], 1) is not null).Select(key => key.Person).Distinct()])
            : null;
    }

    /// <summary>The head and when it was signed, where these people may sign it for this site.</summary>
    public static (PaperHead Head, long Issued)? Judge(byte[] payload, IReadOnlyCollection<string> signed, PaperRoot root, string district, string site, string signer, long now)
    {
        var counted = root.People.Where(person => person.MayAct(SiteRole) && signed.Contains(person.Id)).Select(person => person.Id).ToArray();
        if (root.Expires <= now || root.Thresholds[SiteRole] == 0 || counted.Length < root.Thresholds[SiteRole] || !counted.Contains(signer)
            || PaperStatement.Read(payload) is not { } statement || !statement.Holds(root, district, site, now, MostDays) || statement.Target != $"{district}/{site}")
        {
            return null;
        }

        var head = PaperCursor.OrNo(() =>
        {
            var cursor = new PaperCursor(statement.Body);
            var read = Read(cursor, 1);
            cursor.End();
            return read;
        });
        return head is not null && head.Number == statement.Version && statement.Series == "audit" ? (head, statement.Issued) : null;
    }
}
