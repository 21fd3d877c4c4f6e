using System.Text;
using CsCheck;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Tests.Vendors.Ddp;
using Signage.Protocols.Vendors.Wled;

namespace Signage.Protocols.Tests.Vendors.Wled;

/// <summary>What holds whatever was recorded on either link.</summary>
public sealed class WledCaptureProperties
{
    private const int Rounds = 5_000;
    private static readonly byte[][] Whole = [.. ByteVector.All("wled").Select(vector => vector.Bytes)];

    private static readonly string[] Teasers =
        ["GET ", "POST / HTTP/1.1\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "\r\n\r\n", "{\"a\":[{\"b\":1}]}"];

    private static readonly Gen<byte[]> Wholes = Gen.Int[0, Whole.Length - 1].Select(index => Whole[index]);

    private static readonly Gen<byte[]> Streams = Gen.OneOf(
        RandomDdp.Streams,
        Wholes,
        Gen.Select(Wholes, Gen.Int[0, 200], (bytes, cut) => bytes[..Math.Max(0, bytes.Length - cut)]),
        Gen.Select(Wholes, Gen.Int[0, 10_000], Gen.Byte, (bytes, at, value) => (byte[])[.. bytes[..(at % bytes.Length)], value, .. bytes[((at % bytes.Length) + 1)..]]),
        Gen.Int[0, Teasers.Length - 1].Select(index => Encoding.ASCII.GetBytes(Teasers[index])))
        .Array[0, 5].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    [Fact]
    public void Decode_WhenAnyBytes_TellsThemInOrderAndInBounds() => Streams.Sample(
        bytes =>
        {
            var end = 0;
            foreach (var packet in new WledAdapter().Decode(bytes))
            {
                Assert.Equal(end, packet.Offset);
                end += packet.Length;
                Assert.All(packet.Fields, field => Assert.True(field.Offset >= packet.Offset && field.Length >= 0 && field.Offset + field.Length <= end, $"{field} of {packet.Offset}+{packet.Length}"));
            }

            Assert.Equal(bytes.Length, end);
        },
        iter: Rounds,
        print: Convert.ToHexString);

    [Fact]
    public void Messages_WhenAnyBytes_NeverThrows() => Streams.Sample(bytes => Assert.NotNull(new WledAdapter().Messages(bytes)), iter: Rounds, print: Convert.ToHexString);

    [Fact]
    public void Decode_WhenWholePacketsFollowOneAnother_FindsThemAll() => Wholes.Array[1, 8].Sample(
        pieces => Assert.Equal(pieces.Select(piece => piece.Length), new WledAdapter().Decode(pieces.SelectMany(piece => piece).ToArray()).Select(packet => packet.Length)),
        iter: 500);
}
