using System.Security.Cryptography;
using System.Text;

namespace Signage.Trust.Tests.Papers;

/// <summary>
/// A second verifier of envelopes, written from docs/trust.md and sharing no code with the first: other parsing, other arithmetic. It has no reasons, only yes
/// or no.
/// </summary>
internal static class PaperEnvelope
{
    /// <summary>The payload, when enough people signed; null otherwise.</summary>
    /// <param name="envelope">The bytes.</param>
    /// <param name="wanted">The type wanted.</param>
    /// <param name="profile">1 or 2.</param>
    /// <param name="keys">Points of 65 bytes, and whose they are.</param>
    /// <param name="needed">How many people.</param>
    public static byte[]? Open(byte[] envelope, string wanted, int profile, IReadOnlyList<(byte[] Point, string Person)> keys, int needed)
    {
        using var stream = new MemoryStream(envelope, writable: false);
        using var reader = new BinaryReader(stream, Encoding.Latin1);
        try
        {
            if (Encoding.Latin1.GetString(Exactly(reader, 18)) != "signage.envelope.1")
            {
                return null;
            }

            var type = Encoding.Latin1.GetString(Block(reader, 64));
            var payload = Block(reader, 1_048_576);
            var signed = envelope.AsSpan(0, (int)stream.Position).ToArray();
            var count = reader.ReadUInt32();
            if (type != wanted || count is < 1 or > 32)
            {
                return null;
            }

            var signatures = new List<(byte[] Id, byte[] Signature)>();
            for (var at = 0; at < count; at++)
            {
                signatures.Add((Exactly(reader, 32), Block(reader, 64)));
            }

            var isWhole = stream.Position == stream.Length && signatures.TrueForAll(one => one.Signature.Length == 64);
            return isWhole && People(signatures, signed, profile, keys) >= needed ? payload : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static int People(List<(byte[] Id, byte[] Signature)> signatures, byte[] signed, int profile, IReadOnlyList<(byte[] Point, string Person)> keys)
    {
        var curve = profile == 1 ? PaperCurve.P256 : PaperCurve.Sm2;
        var people = new HashSet<string>();
        foreach (var (id, signature) in signatures)
        {
            var found = keys.Where(key => SHA256.HashData((byte[])[.. "signage.key.1"u8, (byte)profile, .. key.Point]).AsSpan().SequenceEqual(id)).ToArray();
            if (found.Length == 0)
            {
                continue;
            }

            if (!curve.IsSigned(found[0].Point, signed, signature))
            {
                return -1;
            }

            people.Add(found[0].Person);
        }

        return people.Count;
    }

    private static byte[] Block(BinaryReader reader, uint most)
    {
        var length = reader.ReadUInt32();
        return length <= most ? Exactly(reader, (int)length) : throw new EndOfStreamException();
    }

    private static byte[] Exactly(BinaryReader reader, int length)
    {
        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? bytes : throw new EndOfStreamException();
    }
}
