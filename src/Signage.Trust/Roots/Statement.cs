using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>
/// The payload of everything that is signed but a root. Every promise stands in here, under the signatures: which version of which series it is, for whom,
/// from when until when. What it says in particular is the body. Immutable.
/// </summary>
/// <param name="Epoch">The epoch of the root that it is made under.</param>
/// <param name="Series">What the versions are versions of, such as <c>campaign/2026-charity-day</c>; 1 to 100 printable ASCII characters without spaces.</param>
/// <param name="Version">1 to 2^53 − 1; a later one of the same series supersedes it.</param>
/// <param name="Target">For whom: a site as <c>district/site</c>, a district as <c>district/*</c>, everybody as <c>*</c>.</param>
/// <param name="IssuedAt">When it was made, to the millisecond, in UTC.</param>
/// <param name="ExpiresAt">From then on it is not accepted; later than <paramref name="IssuedAt"/>.</param>
/// <param name="Body">What it says.</param>
public sealed record Statement(
    int Epoch,
    string Series,
    long Version,
    string Target,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The greatest version: every language reads whole numbers up to here alike.</summary>
    public const long MostVersion = (1L << 53) - 1;

    /// <summary>The most letters of a series or a target.</summary>
    public const int MostName = 100;

    /// <summary>A draft of it, for people to sign.</summary>
    /// <exception cref="ArgumentException">A field is beyond its bounds.</exception>
    public Draft ToDraft(SignedKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return IsGood ? new Draft(kind.Type, Bytes()) : throw new ArgumentException("A field of the statement is beyond its bounds.", nameof(kind));
    }

    /// <summary>True when it is meant for a site.</summary>
    /// <param name="site">The site, as <c>district/site</c>.</param>
    public bool IsFor(string site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return Target == "*" || Target == site || (Target.EndsWith("/*", StringComparison.Ordinal) && site.StartsWith(Target[..^1], StringComparison.Ordinal));
    }

    /// <summary>Reads a statement out of verified bytes; null when they are not the one form of one.</summary>
    internal static Statement? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        var statement = new Statement(
            (int)reader.Number(1, int.MaxValue),
            reader.Text(MostName),
            (long)reader.Long(1, MostVersion),
            reader.Text(MostName),
            reader.Instant(),
            reader.Instant(),
            reader.Block(EnvelopeLayout.MostPayload).ToArray());
        return reader.IsWhole && statement.IsGood ? statement : null;
    }

    private bool IsGood =>
        Epoch >= 1 && Version is >= 1 and <= MostVersion && IsName(Series) && IsName(Target)
        && IsWhole(IssuedAt) && IsWhole(ExpiresAt) && IssuedAt.ToUnixTimeMilliseconds() >= 0 && ExpiresAt > IssuedAt;

    private static bool IsName(string name) => name.Length is > 0 and <= MostName && name.All(letter => letter is > ' ' and < '\x7f');

    private static bool IsWhole(DateTimeOffset instant) => instant.Offset == TimeSpan.Zero && instant.Ticks % TimeSpan.TicksPerMillisecond == 0;

    private byte[] Bytes() => new FieldWriter().Number((uint)Epoch).Text(Series).Long((ulong)Version).Text(Target)
        .Instant(IssuedAt).Instant(ExpiresAt).Block(Body.Span).ToArray();
}
