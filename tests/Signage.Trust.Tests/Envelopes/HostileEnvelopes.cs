using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Envelopes;

/// <summary>Envelopes that nobody honest would write. Built by hand, byte for byte, and not with the writer that they attack.</summary>
internal static class HostileEnvelopes
{
    private static readonly BigInteger P256Order = Hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    /// <summary>Each case with its name and the fault it has to be refused for; signed by <c>a</c> and <c>b</c>, of whom two are needed.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, EnvelopeFault Fault)> Of(ProfileId profile, byte[] good)
    {
        var cast = Cast.Of(profile);
        var (signed, first, second) = (good[..^204], good[^200..^100], good[^100..]);
        byte[] With(uint count, params byte[][] rest) => [.. signed, .. U32(count), .. rest.SelectMany(piece => piece)];

        yield return ("nothing", [], EnvelopeFault.WrongTag);
        yield return ("a tag alone", good[..18], EnvelopeFault.BadType);
        yield return ("another version", Changed(good, 17, (byte)'2'), EnvelopeFault.WrongTag);
        yield return ("a tag in capitals", Changed(good, 0, (byte)'S'), EnvelopeFault.WrongTag);
        yield return ("JSON", Encoding.UTF8.GetBytes("""{"type":"signage.blank.1","payload":"","payload":"x","signatures":[]}"""), EnvelopeFault.WrongTag);
        yield return ("too long by far", new byte[2_000_000], EnvelopeFault.TooLong);
        foreach (var length in (uint[])[0, 65, 255, 65536, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF])
        {
            yield return ($"a type of {length} letters", Number(good, 18, length), EnvelopeFault.BadType);
        }

        foreach (var letter in "A_ /\0\n\x7f\u00e9")
        {
            yield return ($"a type with U+{(int)letter:X4}", Changed(good, 22, (byte)letter), EnvelopeFault.BadType);
        }

        var payload = 22 + "signage.blank.1".Length;
        foreach (var length in (uint[])[1_048_577, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF])
        {
            yield return ($"a payload of {length} bytes", Number(good, payload, length), EnvelopeFault.PayloadTooLong);
        }

        yield return ("a payload longer than the file", Number(good, payload, 1_048_576), EnvelopeFault.CutShort);
        yield return ("a payload up to the last byte", Number(good, payload, (uint)(good.Length - payload - 4)), EnvelopeFault.CutShort);
        yield return ("no signature", With(0), EnvelopeFault.NoSignature);
        yield return ("no signature and something behind", With(0, first), EnvelopeFault.NoSignature);
        foreach (var count in (uint[])[33, 34, 65535, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF])
        {
            yield return ($"{count} signatures", With(count, [.. Enumerable.Repeat(first, 33)]), EnvelopeFault.TooManySignatures);
        }

        yield return ("32 signatures said, 2 there", With(32, first, second), EnvelopeFault.CutShort);
        yield return ("3 signatures said, 2 there", With(3, first, second), EnvelopeFault.CutShort);
        yield return ("1 signature said, 2 there", With(1, first, second), EnvelopeFault.TrailingBytes);
        yield return ("a byte behind", [.. good, 0], EnvelopeFault.TrailingBytes);
        yield return ("an envelope behind", [.. good, .. good], EnvelopeFault.TrailingBytes);
        foreach (var size in (uint[])[0, 1, 32, 63, 65, 70, 72, 128, 0x7FFF_FFFF, 0xFFFF_FFFF])
        {
            yield return ($"a signature of {size} bytes", Number(good, good.Length - 68, size), EnvelopeFault.SignatureLength);
        }

        yield return ("a signature as DER", With(2, first, [.. second[..32], .. U32(70), 0x30, 0x44, 2, 32, .. second[36..68], 2, 32, .. second[68..]]), EnvelopeFault.SignatureLength);
        yield return ("one signature", With(1, first), EnvelopeFault.TooFewPeople);
        yield return ("one signature twice", With(2, first, first), EnvelopeFault.TooFewPeople);
        yield return ("one signature 32 times", With(32, [.. Enumerable.Repeat(first, 32)]), EnvelopeFault.TooFewPeople);
        yield return ("32 strangers", With(32, [.. Enumerable.Range(0, 32).Select(n => (byte[])[.. Enumerable.Repeat((byte)n, 32), .. first[32..]])]), EnvelopeFault.TooFewPeople);
        yield return ("hints exchanged", With(2, [.. second[..32], .. first[32..]], [.. first[..32], .. second[32..]]), EnvelopeFault.SignatureWrong);
        yield return ("a hint of zeros", With(2, first, [.. new byte[32], .. second[32..]]), EnvelopeFault.TooFewPeople);
        foreach (var (name, r, s) in Numbers(profile, second))
        {
            yield return (name, With(2, first, [.. second[..36], .. r, .. s]), EnvelopeFault.SignatureNotCanonical);
        }

        yield return ("s is one", With(2, first, [.. second[..68], .. Bytes(1)]), EnvelopeFault.SignatureWrong);
        yield return ("r is one", With(2, first, [.. second[..36], .. Bytes(1), .. second[68..]]), EnvelopeFault.SignatureWrong);
        var other = Cast.Of(profile == ProfileId.P256 ? ProfileId.Sm2 : ProfileId.P256)["b"];
        yield return ("the other algorithm under its own hint", With(2, first, [.. other.Public.Id.Bytes.Span, .. U32(64), .. other.Sign(signed)]), EnvelopeFault.TooFewPeople);
        yield return ("a signature over the payload alone", With(2, first, [.. second[..36], .. cast["b"].Sign(signed.AsSpan(payload + 4))]), EnvelopeFault.SignatureWrong);
        yield return ("a signature over the whole before", With(2, first, [.. second[..36], .. cast["b"].Sign(good)]), EnvelopeFault.SignatureWrong);
    }

    /// <summary>Every beginning of an envelope.</summary>
    public static IEnumerable<byte[]> Beginnings(byte[] good) => Enumerable.Range(0, good.Length).Select(length => good[..length]);

    private static IEnumerable<(string Name, byte[] R, byte[] S)> Numbers(ProfileId profile, byte[] second)
    {
        var (r, s) = (second[36..68], second[68..]);
        var order = Order(profile);
        yield return ("r is 0", new byte[32], s);
        yield return ("s is 0", r, new byte[32]);
        yield return ("both are 0", new byte[32], new byte[32]);
        yield return ("r is the order", Bytes(order), s);
        yield return ("s is the order", r, Bytes(order));
        yield return ("r is all ones", [.. Enumerable.Repeat((byte)255, 32)], s);
        yield return ("s is all ones", r, [.. Enumerable.Repeat((byte)255, 32)]);
        if (profile == ProfileId.P256)
        {
            yield return ("the high s", r, Bytes(order - new BigInteger(s, isUnsigned: true, isBigEndian: true)));
            yield return ("s is half the order and one", r, Bytes((order / 2) + 1));
            yield return ("s is the order less one", r, Bytes(order - 1));
        }
        else
        {
            yield return ("r and s make the order", r, Bytes(order - new BigInteger(r, isUnsigned: true, isBigEndian: true)));
        }
    }

    private static BigInteger Order(ProfileId profile) => profile == ProfileId.P256
        ? P256Order
        : Hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");

    private static BigInteger Hex(string digits) => new(Convert.FromHexString(digits), isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Changed(byte[] good, int at, byte value) => [.. good[..at], value, .. good[(at + 1)..]];

    private static byte[] Number(byte[] good, int at, uint value) => [.. good[..at], .. U32(value), .. good[(at + 4)..]];
}
