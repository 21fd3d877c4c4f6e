using System.Text;

namespace Signage.Transports.Tests.Broker;

/// <summary>MQTT packets byte by byte, of version 5 where nothing else is said (4 is 3.1.1, 3 is 3.1), right or wrong as a test wants them. Shares no code with the library or the guard.</summary>
internal static class RawPackets
{
    public static byte[] Ping => [0xC0, 0];

    public static byte[] Disconnect => [0xE0, 0];

    /// <summary>A packet with a right length.</summary>
    public static byte[] Packet(byte first, params byte[] body) => [first, .. Length(body.Length), .. body];

    /// <summary>A header that announces more than will come.</summary>
    public static byte[] Announce(byte first, int length) => [first, .. Length(length)];

    public static byte[] Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    public static byte[] Text(byte[] bytes) => [(byte)(bytes.Length >> 8), (byte)(bytes.Length & 0xFF), .. bytes];

    public static byte[] Connect(
        string? name = "gate", string? password = "gate", string id = "gate/raw", byte flags = 2, ushort keepAlive = 30, byte version = 5, byte[]? properties = null,
        byte[]? will = null)
    {
        var all = (byte)(flags | (name is null ? 0 : 0x80) | (password is null ? 0 : 0x40) | (will is null ? 0 : 4));
        byte[] body =
        [
            .. Text(version == 3 ? "MQIsdp" : "MQTT"), version, all, (byte)(keepAlive >> 8), (byte)(keepAlive & 0xFF),
            .. version == 5 ? Packed(properties ?? []) : [],
            .. Text(id), .. will ?? [],
            .. name is null ? [] : Text(name), .. password is null ? [] : Text(password),
        ];
        return Packet(0x10, body);
    }

    /// <summary>What stands behind the client id of a CONNECT with a will.</summary>
    public static byte[] Will(string topic, string payload, byte version) => [.. version == 5 ? Packed([]) : [], .. Text(topic), .. Text(payload)];

    public static byte[] Publish(string topic, int quality = 0, byte[]? payload = null, byte[]? properties = null, byte more = 0, byte version = 5) =>
        Publish(Encoding.UTF8.GetBytes(topic), quality, payload, properties, more, version);

    public static byte[] Publish(byte[] topic, int quality = 0, byte[]? payload = null, byte[]? properties = null, byte more = 0, byte version = 5) => Packet(
        (byte)(0x30 | (quality << 1) | more),
        [.. Text(topic), .. quality > 0 ? new byte[] { 0, 1 } : [], .. version == 5 ? Packed(properties ?? []) : [], .. payload ?? []]);

    public static byte[] Subscribe(params string[] filters) => Subscribe([.. filters.Select(Encoding.UTF8.GetBytes)]);

    public static byte[] Subscribe(params byte[][] filters) => Packet(0x82, [0, 1, 0, .. filters.SelectMany(filter => (byte[])[.. Text(filter), 1])]);

    public static byte[] Subscribe(byte version, byte quality, IEnumerable<string> filters) =>
        Packet(0x82, [0, 1, .. version == 5 ? Packed([]) : [], .. filters.SelectMany(filter => (byte[])[.. Text(filter), quality])]);

    public static byte[] Packed(byte[] properties) => [.. Length(properties.Length), .. properties];

    public static byte[] Length(int length)
    {
        var bytes = new List<byte>();
        do
        {
            bytes.Add((byte)((length & 127) | (length > 127 ? 128 : 0)));
            length >>= 7;
        }
        while (length > 0);
        return [.. bytes];
    }
}
