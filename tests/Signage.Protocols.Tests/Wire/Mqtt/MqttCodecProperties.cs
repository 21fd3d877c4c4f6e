using CsCheck;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Wire.Mqtt;

namespace Signage.Protocols.Tests.Wire.Mqtt;

/// <summary>What holds for the codec whatever the bytes, and whatever is published.</summary>
public sealed class MqttCodecProperties
{
    private const int Rounds = 10_000;
    private static readonly MqttCodec Codec = new(maxLength: 20_000);

    // Lengths of the remaining length: one byte, two, three.
    private static readonly Gen<MqttPublish> Packets = Gen.Select(
        Gen.Char['!', 'ÿ'].Where(letter => !char.IsControl(letter)).Array[1, 40],
        Gen.OneOf(Gen.Int[0, 200], Gen.Int[16_300, 16_500]),
        Gen.Byte).Select((topic, length, first) => new MqttPublish(new string(topic), Enumerable.Range(first, length).Select(value => (byte)(value & 0xFF)).ToArray()));

    private static readonly Gen<byte[]> Streams = RandomBytes.Around(
        [0x30, 0x00, 0x01, 0x02, 0x7F, 0x80, 0xFF, (byte)'a'],
        MqttCodec.Bytes(new MqttPublish("clock/custom/notice", "{\"text\":\"a\"}"u8.ToArray())),
        MqttCodec.Bytes(new MqttPublish("é", ReadOnlyMemory<byte>.Empty)),
        MqttCodec.Bytes(new MqttPublish("clock/stats", new byte[300])));

    [Fact]
    public void TryRead_WhenAnyBytes_GivesOneOfThreeAnswersAndEnds() =>
        Streams.Sample(bytes => RandomBytes.ReadToTheEnd(Codec, bytes), iter: Rounds, print: Convert.ToHexString);

    [Fact]
    public void Describe_WhenAnyBytes_TellsThemInOrderAndInBounds() =>
        Streams.Sample(bytes => RandomBytes.DescribeInOrder(Codec, bytes), iter: Rounds, print: Convert.ToHexString);

    [Fact]
    public void Write_WhenAnythingIsPublished_ReadsBackAsTheSame() => Packets.Sample(
        packet =>
        {
            var bytes = MqttCodec.Bytes(packet);
            var again = Rewritten.By(Codec, bytes);
            Assert.Equal((packet.ToString(), Convert.ToHexString(bytes)), (again?.Logged, Convert.ToHexString(again!.Bytes)));
        },
        iter: Rounds / 10,
        print: packet => packet.ToString());
}
