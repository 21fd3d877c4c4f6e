using System.Buffers;
using CsCheck;
using Signage.Protocols.Adapters;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Protocols.Vendors.Awtrix.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>Whatever the bytes.</summary>
public sealed class AwtrixProperties
{
    private static readonly byte[] Likely = [0x30, .. "GET /[{\""u8, 0x00, 0x7F];

    private static readonly byte[][] Good = [.. ByteVector.All("awtrix3").Select(vector => vector.Bytes)];

    // Half of it is cut out of good packets, so that the rubbish comes far.
    private static readonly Gen<byte[]> Rubbish = Gen.OneOf(
        Gen.Byte.Array[0, 400],
        Gen.Select(Gen.Int[0, 17], Gen.Int[0, 300], Gen.Byte.Array[0, 40], (which, cut, more) =>
        {
            var good = Good[which];
            return (byte[])[.. good[Math.Min(cut / 8, good.Length)..], .. more, .. good[..Math.Min(cut, good.Length)], .. good];
        }),
        Gen.Int[0, Likely.Length - 1].Select(place => Likely[place]).Array[0, 300]);

    [Fact]
    public void Decode_WhenAnyBytes_NeverThrowsAndNamesEveryByteOnce() => Rubbish.Sample(
        bytes =>
        {
            var at = 0;
            foreach (var packet in new AwtrixAdapter().Decode(bytes))
            {
                Assert.Equal(at, packet.Offset);
                foreach (var field in packet.Fields)
                {
                    Assert.Equal(at, field.Offset);
                    at += field.Length;
                }

                Assert.Equal(packet.Offset + packet.Length, at);
            }

            Assert.Equal(bytes.Length, at);
            Assert.All(new AwtrixAdapter().Messages(bytes), Assert.NotNull);
        },
        print: Convert.ToHexString);

    [Fact]
    public void TryRead_WhenAnyBytes_UsesSomethingOrNeedsMore() => Rubbish.Sample(
        bytes =>
        {
            var input = new ReadOnlySequence<byte>(bytes);
            var read = new AwtrixCodec().TryRead(ref input, out var packet);
            Assert.Equal(read == WireRead.Packet, packet is not null);
            Assert.Equal(read == WireRead.NeedMore, input.Length == bytes.Length);
        },
        print: Convert.ToHexString);

    [Fact]
    public void Reports_WhenAnyBytes_AreReadOrNot() => Rubbish.Sample(
        bytes =>
        {
            AwtrixReports.Loop(bytes);
            AwtrixReports.Screen(bytes);
            AwtrixReports.Values(bytes);
        },
        print: Convert.ToHexString);

    [Theory]
    [InlineData("""{"a":0,"b":1}""", true)]
    [InlineData("""{"a":-1}""", false)]
    [InlineData("""{"a":"0"}""", false)]
    [InlineData("""["a"]""", false)]
    [InlineData("""{"a":0""", false)]
    [InlineData("""{"\ud800":0}""", false)]
    [InlineData("", false)]
    public void Loop_WhenRead_IsNamesByPlaceOrNothing(string json, bool good) =>
        Assert.Equal(good, AwtrixReports.Loop(System.Text.Encoding.UTF8.GetBytes(json)) is not null);

    [Fact]
    public void Loop_WhenPlacesAreMixed_IsInTheirOrder() => Assert.Equal(["b", "a"], AwtrixReports.Loop("""{"a":1,"b":0}"""u8.ToArray())!);

    [Theory]
    [InlineData(255, 0, false)]
    [InlineData(256, 0, true)]
    [InlineData(257, 0, false)]
    [InlineData(256, 0xFFFFFF, true)]
    [InlineData(256, 0x1000000, false)]
    [InlineData(256, -1, false)]
    public void Screen_WhenRead_IsTwoHundredAndFiftySixColoursOrNothing(int count, int colour, bool good) =>
        Assert.Equal(good, AwtrixReports.Screen(System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(colour, count))}]")) is not null);
}
