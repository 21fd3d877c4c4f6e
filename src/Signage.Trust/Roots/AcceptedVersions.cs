using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>
/// What a site remembers of all series, so that there is no way back: within an epoch a version never falls. Immutable. A new value comes only out of a
/// statement that passed every check, so it cannot be stored too early (S05).
/// </summary>
public sealed class AcceptedVersions
{
    /// <summary>How far a version may be ahead of the last one of its series: who stole a key cannot use up all numbers with one statement.</summary>
    public const long MostLeap = 1_000_000;

    /// <summary>The most series: what signed statements make a site remember is bounded.</summary>
    public const int MostSeries = 100_000;

    private readonly ImmutableSortedDictionary<string, AcceptedVersion> _newest;

    private AcceptedVersions(ImmutableSortedDictionary<string, AcceptedVersion> newest) => _newest = newest;

    /// <summary>Nothing accepted yet.</summary>
    public static AcceptedVersions None { get; } = new(ImmutableSortedDictionary.Create<string, AcceptedVersion>(StringComparer.Ordinal));

    /// <summary>How many series are remembered.</summary>
    public int Count => _newest.Count;

    /// <summary>The newest of a series; null when there is none.</summary>
    public AcceptedVersion? Newest(SignedKind kind, string series) => _newest.GetValueOrDefault(Key(kind, series));

    /// <summary>The digests of what is newest of one kind.</summary>
    internal FrozenSet<string> Digests(SignedKind kind) =>
        _newest.Where(one => one.Key.StartsWith(kind.Type.Name + " ", StringComparison.Ordinal)).Select(one => one.Value.Digest).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is to be stored.</summary>
    public byte[] ToBytes()
    {
        var writer = new FieldWriter().Tag(Tag).Number((uint)_newest.Count);
        foreach (var (key, newest) in _newest)
        {
            writer.Text(key).Number((uint)newest.Epoch).Long((ulong)newest.Version).Raw(Convert.FromHexString(newest.Digest));
        }

        return writer.ToArray();
    }

    /// <summary>Reads what was stored; null when it was damaged. Then the site accepts nothing until people repaired it: nothing accepted yet would open the way back.</summary>
    public static AcceptedVersions? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        if (!reader.Raw(Tag.Length).SequenceEqual(Encoding.ASCII.GetBytes(Tag)))
        {
            return null;
        }

        var count = reader.Number(0, MostSeries);
        var newest = None._newest.ToBuilder();
        var before = "";
        for (var at = 0; at < count && !reader.Failed; at++)
        {
            var key = reader.Text(EnvelopeType.MostLength + 1 + Statement.MostName);
            var version = new AcceptedVersion(
                (int)reader.Number(1, int.MaxValue), (long)reader.Long(1, Statement.MostVersion), Convert.ToHexStringLower(reader.Raw(32)));
            if (reader.Failed || string.CompareOrdinal(before, key) >= 0)
            {
                return null;
            }

            (newest[key], before) = (version, key);
        }

        return reader.IsWhole ? new AcceptedVersions(newest.ToImmutable()) : null;
    }

    /// <summary>Judges a statement against what is remembered: a fault, or what to remember from now on.</summary>
    internal (TrustFault? Fault, AcceptedVersions After) Judge(SignedKind kind, Statement statement, string digest)
    {
        var last = Newest(kind, statement.Series);
        if (last is not null && (statement.Epoch, statement.Version).CompareTo((last.Epoch, last.Version)) is var order and <= 0)
        {
            return (order < 0 ? TrustFault.Rollback : digest != last.Digest ? TrustFault.SameVersionTwice : null, this);
        }

        if (statement.Version - (last?.Epoch == statement.Epoch ? last.Version : 0) > MostLeap)
        {
            return (TrustFault.Leap, this);
        }

        return last is null && _newest.Count >= MostSeries
            ? (TrustFault.TooManySeries, this)
            : (null, new AcceptedVersions(_newest.SetItem(Key(kind, statement.Series), new AcceptedVersion(statement.Epoch, statement.Version, digest))));
    }

    private const string Tag = "signage.versions.1";

    private static string Key(SignedKind kind, string series) => string.Create(CultureInfo.InvariantCulture, $"{kind.Type.Name} {series}");
}
