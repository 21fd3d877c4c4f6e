using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Wire.Mqtt;

namespace Signage.Protocols.Tests.Wire.Mqtt;

/// <summary>One table of packets for both directions and their fields (OASIS standard MQTT 3.1.1, section 3.3); bad ones stand in the tables of the families.</summary>
public sealed class MqttCodecTests
{
    private static readonly MqttCodec Codec = new();

    public static TheoryData<string, string, string> Good => new()
    {
        { "30 05 0003 612F62", "publish a/b 0 bytes", "header remainingLength topicLength topic" },
        { "30 07 0003 612F62 3130", "publish a/b 2 bytes", "header remainingLength topicLength topic payload" },
        { $"30 8001 0001 61 {new string('0', 250)}", "publish a 125 bytes", "header remainingLength topicLength topic payload" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void TryRead_WhenAPacketIsWhole_ReadsIt_AndWriteMakesTheSameBytes_AndDescribeNamesThem(string hex, string told, string fields)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var rewritten = Rewritten.By(Codec, bytes);
        Assert.Equal((told, Convert.ToHexString(bytes)), (rewritten?.Logged, Convert.ToHexString(rewritten!.Bytes)));
        Assert.Equal(fields, string.Join(' ', Codec.Describe(bytes).Select(field => field.Name)));
    }
}
