using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>
/// The body of a freshness statement: what is newest, of every series that the sites should have. It says which statements belong together, so nobody can
/// offer the new version of one with the old version of another (mix and match), or withhold one for longer than the statement lives (freeze). Immutable.
/// </summary>
/// <param name="Newest">The newest statements, by type and series in the order of their bytes; at most 5,000.</param>
public sealed record Freshness(IReadOnlyList<FreshLine> Newest)
{
    private const int MostLines = 5000;

    /// <summary>The body in bytes.</summary>
    public byte[] ToBytes()
    {
        var writer = new FieldWriter().Number((uint)Newest.Count);
        foreach (var line in Newest)
        {
            writer.Text(line.Type.Name).Text(line.Series).Long((ulong)line.Version).Raw(Convert.FromHexString(line.Digest));
        }

        return writer.ToArray();
    }

    /// <summary>The body of a verified statement; null when it is not the one form of one, or of another kind.</summary>
    public static Freshness? Read(VerifiedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var reader = new FieldReader(statement.Kind == SignedKind.Freshness ? statement.Content.Body.Span : default);
        var lines = new FreshLine[reader.Number(0, MostLines)];
        for (var at = 0; at < lines.Length && !reader.Failed; at++)
        {
            var type = reader.Text(EnvelopeType.MostLength);
            var (series, version) = (reader.Text(Statement.MostName), (long)reader.Long(1, Statement.MostVersion));
            var digest = Convert.ToHexStringLower(reader.Raw(32));
            if (reader.Failed || !EnvelopeType.IsName(type))
            {
                return null;
            }

            lines[at] = new FreshLine(new EnvelopeType(type), series, version, digest);
            if (at > 0 && string.CompareOrdinal($"{lines[at - 1].Type} {lines[at - 1].Series}", $"{type} {series}") >= 0)
            {
                return null;
            }
        }

        return reader.IsWhole ? new Freshness(lines) : null;
    }

    /// <summary>True when a statement is exactly the newest of its series by this list.</summary>
    public bool Names(VerifiedStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Newest.Any(line => line.Type == statement.Kind.Type && line.Series == statement.Content.Series
            && line.Version == statement.Content.Version && line.Digest == statement.Digest);
    }
}
