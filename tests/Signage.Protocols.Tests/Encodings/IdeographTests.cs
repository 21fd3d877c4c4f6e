using System.Buffers;
using System.Text;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Mqtt;

namespace Signage.Protocols.Tests.Encodings;

/// <summary>
/// B05 on the wire. No family sends text in a code page of its own today: what a person wrote goes out as pixels, or as UTF-8 where a name stands in a topic. The code
/// pages that a card with its own font would need are tested where they are (Signage.Trust, CodePageSigns).
/// </summary>
public sealed class IdeographTests
{
    // Blocks of ideographs in Unicode 16, extensions A to I and the compatibility ideographs among them.
    private static readonly (int First, int Last)[] Blocks =
        [(0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x2F800, 0x2FA1F), (0x30000, 0x323AF)];

    [Fact]
    public void B05_Topic_WhenItHoldsAnyIdeograph_ComesBackEqual()
    {
        var codec = new MqttCodec();
        foreach (var sign in Blocks.SelectMany(block => Enumerable.Range(block.First, block.Last - block.First + 1)).Select(char.ConvertFromUtf32))
        {
            var input = new ReadOnlySequence<byte>(MqttCodec.Bytes(new MqttPublish($"signage/{sign}", Encoding.UTF8.GetBytes(sign))));
            Assert.Equal(WireRead.Packet, codec.TryRead(ref input, out var packet));
            Assert.Equal(($"signage/{sign}", sign), (packet!.Topic, Encoding.UTF8.GetString(packet.Payload.Span)));
        }
    }
}
