using Signage.Trust.Envelopes;
using Signage.Trust.Keys;

namespace Signage.Trust.Roots;

/// <summary>The one form of a root in bytes, see docs/trust.md.</summary>
public static class RootCodec
{
    /// <summary>Writes a root.</summary>
    /// <exception cref="InvalidOperationException">It breaks a rule; ask <see cref="RootRules.Fault"/> first.</exception>
    public static byte[] Write(TrustRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return RootRules.Fault(root) is { } fault ? throw new InvalidOperationException($"The root breaks a rule: {fault}.") : Bytes(root);
    }

    /// <summary>Reads a root and holds it to every rule; no signature is looked at. For a pinned root; others come through <see cref="RootChain"/>.</summary>
    /// <param name="bytes">The bytes as they came. Anything may be in them.</param>
    public static RootAnswer Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        var root = ReadRoot(ref reader);
        if (!reader.IsWhole || root is null)
        {
            return Refuse(RootFault.NotCanonical);
        }

        // The order of people, keys and fields is a rule as well, so a root that keeps the rules has one form only. Writing it again proves it.
        var fault = RootRules.Fault(root) ?? (Bytes(root).AsSpan().SequenceEqual(bytes) ? null : RootFault.NotCanonical);
        return fault is { } found ? Refuse(found) : new RootAnswer.Read(root);
    }

    private static RootAnswer.Refused Refuse(RootFault fault) => new(fault, RootWords.Of(fault));

    private static byte[] Bytes(TrustRoot root)
    {
        var writer = new FieldWriter().Text(root.Domain).Number((uint)root.Version).Number((uint)root.Epoch).Byte((byte)root.Profile.Id)
            .Instant(root.IssuedAt).Instant(root.ExpiresAt).Number((uint)root.Thresholds.Count);
        foreach (var threshold in root.Thresholds)
        {
            writer.Number((uint)threshold);
        }

        writer.Number((uint)root.People.Count);
        foreach (var person in root.People)
        {
            writer.Text(person.Id).Text(person.Name).Byte(person.IsRevoked ? (byte)1 : (byte)0).Number(person.Roles.Bits).Number((uint)person.Keys.Count);
            foreach (var key in person.Keys)
            {
                writer.Raw(key.Point.Span);
            }
        }

        writer.Number((uint)root.Extensions.Count);
        foreach (var extension in root.Extensions)
        {
            writer.Text(extension.Name).Byte(extension.IsCritical ? (byte)1 : (byte)0).Block(extension.Value.Span);
        }

        return writer.ToArray();
    }

    private static TrustRoot? ReadRoot(ref FieldReader reader)
    {
        var domain = reader.Text(RootRules.MostId);
        var version = (int)reader.Number(1, int.MaxValue);
        var epoch = (int)reader.Number(1, int.MaxValue);
        var profile = SigningProfile.Of(reader.Byte());
        var (issued, expires) = (reader.Instant(), reader.Instant());
        var thresholds = new int[reader.Number(RoleSet.Count, RoleSet.Count)];
        for (var at = 0; at < thresholds.Length; at++)
        {
            thresholds[at] = (int)reader.Number(0, RootRules.MostPeople);
        }

        if (profile is null)
        {
            return null;
        }

        var people = new TrustPerson[reader.Number(0, RootRules.MostPeople)];
        for (var at = 0; at < people.Length && !reader.Failed; at++)
        {
            people[at] = ReadPerson(ref reader, profile)!;
        }

        var extensions = new RootExtension[reader.Number(0, RootRules.MostExtensions)];
        for (var at = 0; at < extensions.Length && !reader.Failed; at++)
        {
            extensions[at] = new RootExtension(reader.Text(RootRules.MostId), Flag(ref reader), reader.Block(RootRules.MostExtension).ToArray());
        }

        // An element that could not be read leaves a hole that nobody must meet.
        return reader.Failed || people.Contains(null) ? null : new TrustRoot(domain, version, epoch, profile, issued, expires, thresholds, people) { Extensions = extensions };
    }

    private static TrustPerson? ReadPerson(ref FieldReader reader, SigningProfile profile)
    {
        var (id, name, revoked) = (reader.Text(RootRules.MostId), reader.Text(RootRules.MostName), Flag(ref reader));
        var roles = new RoleSet(reader.Number());
        var keys = new PublicKey?[reader.Number(1, RootRules.MostKeys)];
        for (var at = 0; at < keys.Length; at++)
        {
            keys[at] = PublicKey.Read(profile, reader.Raw(PublicKey.Size));
        }

        return Array.Exists(keys, key => key is null) ? null : new TrustPerson(id, name, roles, keys!, revoked);
    }

    // Any value but 0 and 1 reads as 1 and is found out when the root is written again.
    private static bool Flag(ref FieldReader reader) => reader.Byte() != 0;
}
