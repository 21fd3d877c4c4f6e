using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Wled;
using static Signage.Protocols.Tests.Vendors.Ddp.TestDisplays;

namespace Signage.Protocols.Tests.SecondDecoder.Ddp;

/// <summary>What the adapters write for pictures, the second reading lays into a buffer as those very pictures.</summary>
public sealed class DdpAgreementTests
{
    private const int Streams = 300;

    private static readonly Gen<PanelFace> Faces = Gen.Select(Gen.Int[1, 90], Gen.Int[1, 60], Face);

    [Theory]
    [InlineData("ddp")]
    [InlineData("wled")]
    public void Encode_WhenAnyPictures_ReadBackAsTheirPixelsWithOnePushEach(string protocol) => Gen.Select(Faces, Gen.Int, Gen.UInt, Gen.Int[17, 1454]).Sample(
        (face, seed, stamp, most) =>
        {
            var buffer = new PlainBuffer(face.Size.Width, face.Size.Height);
            foreach (var number in Enumerable.Range(0, 3))
            {
                var command = Frame(face, unchecked(seed + number), number, unchecked(stamp + (uint)number));
                var packets = Encode(protocol, command, face, most);
                Assert.Equal(Rows(command.Frame), buffer.Lay(packets));
                Assert.Equal(command.Tick.Stamp.Value, packets[^1].Time);
                Assert.All(packets.SkipLast(1), packet => Assert.Null(packet.Time));
                Assert.All(packets, packet => Assert.InRange(packet.Pixels.Length, 1, Math.Min(1440, most - 14)));
            }
        },
        iter: Streams);

    [Theory]
    [InlineData("ddp")]
    [InlineData("wled")]
    public void Encode_WhenPicturesFollowOneAnother_CountsEveryPacketOfTheStreamRoundFromOneToFifteen(string protocol) =>
        Gen.Select(Faces, Gen.Long[0, long.MaxValue - 40], Gen.Int[100, 1454]).Sample(
            (face, first, most) =>
            {
                var sequences = Enumerable.Range(0, 20)
                    .SelectMany(i => Encode(protocol, Frame(face, 1, first + i), face, most).Select(packet => packet.Sequence))
                    .ToArray();
                Assert.All(sequences, sequence => Assert.InRange(sequence, 1, 15));
                Assert.All(sequences.Zip(sequences.Skip(1)), pair => Assert.Equal((pair.First % 15) + 1, pair.Second));
            },
            iter: Streams / 3);

    [Fact]
    public void Encode_WhenAStreamBegins_StartsWithOne() => Assert.Equal(1, Encode("ddp", Frame(Face(64, 32), 1, 0), Face(64, 32), 1454)[0].Sequence);

    [Fact]
    public void Encode_WhenThePictureIsSentAgain_CountsOn()
    {
        var once = Encode("ddp", Frame(Face(64, 32), 1, 0), Face(64, 32), 1454);
        var again = Encode("ddp", Frame(Face(64, 32), 1, 1), Face(64, 32), 1454);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], once.Concat(again).Select(packet => packet.Sequence));
    }

    [Theory]
    [InlineData("ddp")]
    [InlineData("wled")]
    public void Encode_WhenBlank_LaysADarkPictureThatNobodyTakesForARepeatedOne(string protocol) => Faces.Sample(
        face =>
        {
            var packets = Encode(protocol, new PanelCommand.Blank(), face, 1454);
            Assert.All(new PlainBuffer(face.Size.Width, face.Size.Height).Lay(packets), row => Assert.False(row.AsSpan().ContainsAnyExcept('0')));
            Assert.All(packets, packet => Assert.Equal((0, null), (packet.Sequence, packet.Time)));
        },
        iter: 50);

    [Theory]
    [InlineData("two-pixels-pushed", 1, "FF000000FF00")]
    [InlineData("data-without-push", 2, "010203")]
    [InlineData("three-red-pixels", 1, "FF0000FF0000FF0000")]
    public void Read_WhenAVector_FindsWhatItSays(string name, int sequence, string pixels)
    {
        var packet = PlainDdp.Read(ByteVector.Named("ddp", name).Bytes);
        Assert.Equal((sequence, pixels), (packet.Sequence, Convert.ToHexString(packet.Pixels)));
    }

    [Theory]
    [InlineData("status-query")]
    [InlineData("status-reply-minleon")]
    [InlineData("configuration-reply")]
    public void Read_WhenNoPixels_RefusesIt(string name) => Assert.Throws<InvalidDataException>(() => PlainDdp.Read(ByteVector.Named("ddp", name).Bytes));

    private static IReadOnlyList<PlainDdp> Encode(string protocol, PanelCommand command, PanelFace face, int most)
    {
        var (adapter, profile) = protocol == "wled" ? (new WledAdapter(), Wled) : ((IPanelAdapter)new DdpAdapter(), Matrix);
        profile = profile with { Packets = new PacketLimits(most, null, EvidenceLevel.Derived) };
        return [.. adapter.Encode(command, profile, face, new Dictionary<string, string>()).Select(PlainDdp.Read)];
    }

    private static IEnumerable<string> Rows(PixelFrame picture) => Enumerable.Range(0, picture.Size.Height).Select(y => string.Concat(
        Enumerable.Range(0, picture.Size.Width).Select(x => picture[x, y]).Select(light => $"{light.R:X2}{light.G:X2}{light.B:X2}")));
}
