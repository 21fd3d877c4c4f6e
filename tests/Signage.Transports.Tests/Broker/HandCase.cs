using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker;

/// <summary>What is said to the broker, and what it says to that.</summary>
/// <param name="Name">The case.</param>
/// <param name="Enters">True when it is said by a client that was let in before.</param>
/// <param name="Says">The bytes.</param>
/// <param name="Refusal">Under which reason it is counted.</param>
/// <param name="Stops">True when the connection ends behind the bytes.</param>
internal sealed record HandCase(string Name, bool Enters, byte[] Says, BrokerRefusal Refusal, bool Stops = false)
{
    private const string Mine = "signage/gate/up";

    public static IReadOnlyList<HandCase> All { get; } =
    [
        .. BeforeConnect(), .. OddConnects(), .. OddFlags(), .. OddLengths(), .. OddTopics(), .. OddBodies(),
    ];

    private static IEnumerable<HandCase> BeforeConnect()
    {
        for (var type = 0; type <= 15; type++)
        {
            if (type != 1)
            {
                yield return new($"type {type} before CONNECT", false, RawPackets.Packet((byte)((type << 4) | (type is 6 or 8 or 10 ? 2 : 0)), 0, 1), BrokerRefusal.NotConnectFirst);
            }
        }

        yield return new("HTTP", false, "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), BrokerRefusal.NotConnectFirst);
        yield return new("TLS", false, [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3], BrokerRefusal.WrongPacket);
        yield return new("a message before CONNECT", false, RawPackets.Publish(Mine), BrokerRefusal.NotConnectFirst);
    }

    private static IEnumerable<HandCase> OddConnects()
    {
        yield return new("CONNECT with flags", false, RawPackets.Announce(0x11, 20), BrokerRefusal.WrongPacket);
        yield return new("CONNECT of 256 MiB announced", false, [0x10, 0xFF, 0xFF, 0xFF, 0x7F], BrokerRefusal.ConnectTooLarge);
        yield return new("CONNECT of 8 KiB + 1 announced", false, RawPackets.Announce(0x10, (8 * 1024) - 2), BrokerRefusal.ConnectTooLarge);
        yield return new("CONNECT with a huge client id", false, RawPackets.Connect(id: new string('x', 60_000)), BrokerRefusal.ConnectTooLarge);
        yield return new("CONNECT with a large client id", false, RawPackets.Connect(id: "gate/" + new string('x', 4_000)), BrokerRefusal.WrongClientId);
        yield return new("CONNECT with a huge password", false, RawPackets.Connect(password: new string('x', 60_000)), BrokerRefusal.ConnectTooLarge);
        yield return new("CONNECT cut short", false, RawPackets.Connect()[..10], BrokerRefusal.CutShort, Stops: true);
        yield return new("one byte", false, [0x10], BrokerRefusal.CutShort, Stops: true);
        yield return new("empty CONNECT", false, [0x10, 0], BrokerRefusal.NotUnderstood);
        yield return new("CONNECT of version 0", false, RawPackets.Connect(version: 0), BrokerRefusal.NotUnderstood);
        yield return new("CONNECT of version 6", false, RawPackets.Connect(version: 6), BrokerRefusal.NotUnderstood);
        yield return new("CONNECT of another protocol", false, RawPackets.Packet(0x10, [.. RawPackets.Text("SMTP"), 5, 2, 0, 30, 0, 0, 0]), BrokerRefusal.NotUnderstood);
        yield return new("CONNECT whose name ends outside", false, RawPackets.Packet(0x10, 0xFF, 0xFF, (byte)'M', 5, 2, 0, 30, 0, 0, 0), BrokerRefusal.NotUnderstood);
        yield return new("CONNECT whose properties end outside", false, RawPackets.Packet(0x10, [.. RawPackets.Text("MQTT"), 5, 2, 0, 30, 0xFF, 0x7F, 0, 0]), BrokerRefusal.NotUnderstood);
        yield return new("CONNECT with an unknown property", false, RawPackets.Connect(properties: [0x7E, 1]), BrokerRefusal.NotUnderstood);
        yield return new("CONNECT without login", false, RawPackets.Connect(name: null, password: null), BrokerRefusal.WrongLogin);
        yield return new("CONNECT with an unknown name", false, RawPackets.Connect(name: "nobody"), BrokerRefusal.WrongLogin);
        yield return new("CONNECT with a wrong password", false, RawPackets.Connect(password: "guess"), BrokerRefusal.WrongLogin);
        yield return new("CONNECT with an authentication method", false, RawPackets.Connect(properties: [0x15, .. RawPackets.Text("SCRAM")]), BrokerRefusal.WrongLogin);
        yield return new("CONNECT under a foreign client id", false, RawPackets.Connect(id: "lamp/1"), BrokerRefusal.WrongClientId);
        yield return new("CONNECT under a client id that only begins alike", false, RawPackets.Connect(id: "gates"), BrokerRefusal.WrongClientId);
        yield return new("CONNECT under a client id with NUL", false, RawPackets.Connect(id: "gate/\0"), BrokerRefusal.WrongClientId);
        yield return new("CONNECT without clean start under a foreign id", false, RawPackets.Connect(id: "lamp/1", flags: 0), BrokerRefusal.WrongClientId);
        yield return new("second CONNECT", true, RawPackets.Connect(), BrokerRefusal.SecondConnect);
        yield return new("second CONNECT without clean start", true, RawPackets.Connect(flags: 0), BrokerRefusal.SecondConnect);
    }

    private static IEnumerable<HandCase> OddFlags()
    {
        foreach (byte first in (byte[])[0x00, 0x01, 0x0F, 0x20, 0x90, 0xB0, 0xD0, 0xF0, 0x41, 0x80, 0x83, 0xA0, 0xAF, 0xC1, 0xCF, 0xE1, 0x36, 0x37, 0x38, 0x3E])
        {
            yield return new($"first byte {first:X2}", true, RawPackets.Packet(first, 0, 0), BrokerRefusal.WrongPacket);
        }

        yield return new("message of quality 2", true, RawPackets.Publish(Mine, quality: 2), BrokerRefusal.QualityOfService);
        foreach (byte first in (byte[])[0x50, 0x62, 0x70])
        {
            yield return new($"step {first:X2} of quality 2", true, RawPackets.Packet(first, 0, 1), BrokerRefusal.QualityOfService);
        }
    }

    private static IEnumerable<HandCase> OddLengths()
    {
        yield return new("length of five bytes", true, [0x30, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], BrokerRefusal.WrongLength);
        yield return new("length of five bytes that is small", true, [0x30, 0x80, 0x80, 0x80, 0x80, 0x00], BrokerRefusal.WrongLength);
        yield return new("length longer than need be", true, [0xC0, 0x80, 0x00], BrokerRefusal.WrongLength);
        yield return new("length of three bytes for 1", true, [0x30, 0x81, 0x80, 0x00, 0x00], BrokerRefusal.WrongLength);
        yield return new("ping with a body", true, [0xC0, 1, 0], BrokerRefusal.WrongLength);
        yield return new("acknowledgement without a number", true, [0x40, 1, 0], BrokerRefusal.WrongLength);
        yield return new("message of 256 MiB announced", true, [0x30, 0xFF, 0xFF, 0xFF, 0x7F], BrokerRefusal.PacketTooLarge);
        yield return new("message of 64 KiB + 1", true, RawPackets.Publish(Mine, payload: new byte[65_536]), BrokerRefusal.PacketTooLarge);
        yield return new("subscription of 1 MiB", true, RawPackets.Announce(0x82, 1 << 20), BrokerRefusal.PacketTooLarge);
        yield return new("message cut short", true, RawPackets.Publish(Mine, payload: new byte[50])[..20], BrokerRefusal.CutShort, Stops: true);
        yield return new("header cut short", true, [0x30, 0x80], BrokerRefusal.CutShort, Stops: true);
    }

    private static IEnumerable<HandCase> OddTopics()
    {
        (string Name, byte[] Topic)[] wrong =
        [
            ("that is empty", []), ("with NUL", "signage/\0"u8.ToArray()), ("with a control character", "signage/\u0007"u8.ToArray()),
            ("with #", "signage/#"u8.ToArray()), ("with +", "signage/+/up"u8.ToArray()), ("of 1,000 bytes", new byte[1000].Select(_ => (byte)'a').ToArray()),
            ("that is no UTF-8", [0xC3, 0x28]), ("with an overlong form", [(byte)'a', 0xC0, 0xAF]), ("with a surrogate", [0xED, 0xA0, 0x80]),
            ("cut inside a character", [(byte)'a', 0xE4, 0xB8]), ("with U+FFFF", [0xEF, 0xBF, 0xBF]),
        ];
        foreach (var (name, topic) in wrong)
        {
            yield return new($"topic {name}", true, RawPackets.Publish(topic, quality: 1), BrokerRefusal.WrongTopic);
        }

        (string Name, byte[] Filter)[] filters =
        [
            ("that is empty", []), ("with NUL", "signage/\0"u8.ToArray()), ("that is no UTF-8", [0xFF, 0xFE]), ("with # in the middle", "signage/#/up"u8.ToArray()),
            ("with a#", "signage/a#"u8.ToArray()), ("with a+", "signage/a+/up"u8.ToArray()), ("of 30,000 levels", Enumerable.Repeat((byte)'/', 30_000).ToArray()),
        ];
        foreach (var (name, filter) in filters)
        {
            yield return new($"filter {name}", true, RawPackets.Subscribe(filter), BrokerRefusal.WrongTopic);
        }

        yield return new("topic of 65,535 bytes", true, RawPackets.Publish(Enumerable.Repeat((byte)'a', 65_535).ToArray()), BrokerRefusal.PacketTooLarge);
        yield return new("topic alias", true, RawPackets.Publish(Mine, properties: [0x23, 0, 1]), BrokerRefusal.TopicAlias);
        yield return new("topic alias that nobody gave", true, RawPackets.Publish("", properties: [0x23, 0xFF, 0xFF]), BrokerRefusal.TopicAlias);
    }

    private static IEnumerable<HandCase> OddBodies()
    {
        yield return new("message without a topic", true, RawPackets.Packet(0x30), BrokerRefusal.NotUnderstood);
        yield return new("message whose topic ends outside", true, RawPackets.Packet(0x30, 0xFF, 0xFF, 1), BrokerRefusal.NotUnderstood);
        yield return new("message without a number", true, RawPackets.Packet(0x32, RawPackets.Text(Mine)), BrokerRefusal.NotUnderstood);
        yield return new("message with an unknown property", true, RawPackets.Publish(Mine, properties: [0x7F, 1]), BrokerRefusal.NotUnderstood);
        yield return new("subscription without a body", true, RawPackets.Packet(0x82), BrokerRefusal.NotUnderstood);
        yield return new("subscription whose filter ends outside", true, RawPackets.Packet(0x82, 0, 1, 0, 0xFF, 0xFF, 1), BrokerRefusal.NotUnderstood);
        yield return new("message of quality 1 with number 0", true, RawPackets.Packet(0x32, [.. RawPackets.Text(Mine), 0, 0, 0]), BrokerRefusal.WrongPacket);
        yield return new("subscription with number 0", true, RawPackets.Packet(0x82, [0, 0, 0, .. RawPackets.Text("signage/gate/down"), 1]), BrokerRefusal.WrongPacket);
        yield return new("subscription of nothing", true, RawPackets.Packet(0x82, 0, 1, 0), BrokerRefusal.WrongPacket);
        yield return new("unsubscription with number 0", true, RawPackets.Packet(0xA2, [0, 0, 0, .. RawPackets.Text("signage/gate/down")]), BrokerRefusal.WrongPacket);
        yield return new("unsubscription of nothing", true, RawPackets.Packet(0xA2, 0, 1, 0), BrokerRefusal.WrongPacket);
        yield return new("unsubscription without a body", true, RawPackets.Packet(0xA2), BrokerRefusal.NotUnderstood);
    }
}
