using System.Buffers.Binary;

namespace Signage.Cli.Tests.Captures;

/// <summary>Writes recordings by hand, so that the readers are not tested with themselves.</summary>
internal static class RecordedTraffic
{
    public static byte[] Segment(uint sequence, byte[] payload, bool opens = false, bool back = false)
    {
        var packet = new byte[14 + 20 + 20 + payload.Length];
        packet[12] = 0x08;
        var ip = packet.AsSpan(14);
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(40 + payload.Length));
        ip[9] = 6;
        byte[] near = [10, 0, 0, 1], far = [10, 0, 0, 2];
        (back ? far : near).CopyTo(ip[12..]);
        (back ? near : far).CopyTo(ip[16..]);
        var tcp = ip[20..];
        BinaryPrimitives.WriteUInt16BigEndian(tcp, back ? (ushort)5005 : (ushort)40000);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], back ? (ushort)40000 : (ushort)5005);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], sequence);
        tcp[12] = 0x50;
        tcp[13] = opens ? (byte)0x02 : (byte)0x18;
        payload.CopyTo(tcp[20..]);
        return packet;
    }

    public static byte[] Datagram(byte[] payload, bool back = false)
    {
        var packet = new byte[14 + 20 + 8 + payload.Length];
        packet[12] = 0x08;
        var ip = packet.AsSpan(14);
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(28 + payload.Length));
        ip[9] = 17;
        byte[] near = [10, 0, 0, 1], far = [10, 0, 0, 2];
        (back ? far : near).CopyTo(ip[12..]);
        (back ? near : far).CopyTo(ip[16..]);
        var udp = ip[20..];
        BinaryPrimitives.WriteUInt16BigEndian(udp, back ? (ushort)4048 : (ushort)40000);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], back ? (ushort)40000 : (ushort)4048);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)(8 + payload.Length));
        payload.CopyTo(udp[8..]);
        return packet;
    }

    public static byte[] Pcap(bool little, params byte[][] frames)
    {
        var file = new List<byte>();
        Add(file, 0xA1B2C3D4, little);
        Add(file, little ? 0x0004_0002u : 0x0002_0004u, little);
        Add(file, 0, little);
        Add(file, 0, little);
        Add(file, 65535, little);
        Add(file, 1, little);
        foreach (var frame in frames)
        {
            Add(file, 0, little);
            Add(file, 0, little);
            Add(file, (uint)frame.Length, little);
            Add(file, (uint)frame.Length, little);
            file.AddRange(frame);
        }

        return [.. file];
    }

    public static byte[] PcapNext(bool little, params byte[][] frames)
    {
        var file = new List<byte>();
        Block(file, 0x0A0D0D0A, little, body =>
        {
            Add(body, 0x1A2B3C4D, little);
            Add(body, 1, little);
            Add(body, uint.MaxValue, little);
            Add(body, uint.MaxValue, little);
        });
        Block(file, 1, little, body =>
        {
            Add(body, little ? 1u : 0x0001_0000u, little);
            Add(body, 65535, little);
        });
        Block(file, 5, little, body => Add(body, 0, little));
        foreach (var frame in frames)
        {
            Block(file, 6, little, body =>
            {
                Add(body, 0, little);
                Add(body, 0, little);
                Add(body, 0, little);
                Add(body, (uint)frame.Length, little);
                Add(body, (uint)frame.Length, little);
                body.AddRange(frame);
                while (body.Count % 4 != 0)
                {
                    body.Add(0);
                }
            });
        }

        return [.. file];
    }

    private static void Block(List<byte> file, uint kind, bool little, Action<List<byte>> write)
    {
        var body = new List<byte>();
        write(body);
        Add(file, kind, little);
        Add(file, (uint)body.Count + 12, little);
        file.AddRange(body);
        Add(file, (uint)body.Count + 12, little);
    }

    private static void Add(List<byte> file, uint value, bool little)
    {
        byte[] bytes = [(byte)(value >> 24), (byte)(value >> 16 & 0xFF), (byte)(value >> 8 & 0xFF), (byte)(value & 0xFF)];
        file.AddRange(little ? bytes.Reverse() : bytes);
    }
}
