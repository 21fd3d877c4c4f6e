using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Ddp.Wire;

/// <summary>Names every field of a packet. Never throws: what makes no sense stays raw.</summary>
internal static class DdpDescribe
{
    private const int LongestText = 200;
    private const int LongestHex = 32;

    private static readonly (byte Flag, string Name)[] Flags =
    [
        (DdpCodec.ReservedFlag, "reserved"), (DdpCodec.TimeFlag, "timecode"), (DdpCodec.StorageFlag, "storage"), (DdpCodec.ReplyFlag, "reply"),
        (DdpCodec.QueryFlag, "query"), (DdpCodec.PushFlag, "push"),
    ];

    private static readonly string[] Kinds = ["undefined", "RGB", "HSL", "RGBW", "greyscale", "kind 5", "kind 6", "kind 7"];
    private static readonly string[] Sizes = ["undefined size", "1 bit", "4 bit", "8 bit", "16 bit", "24 bit", "32 bit", "size 7"];

    /// <summary>The fields of one packet, or of whatever the bytes are.</summary>
    public static IReadOnlyList<WireField> Fields(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
        {
            return [];
        }

        if (raw.Length < DdpCodec.ShortHead || DdpCodec.Complaint(raw) is not null)
        {
            return [new WireField(0, raw.Length, "noise", Hex(raw)) { IsContent = true }];
        }

        var head = Math.Min(raw.Length, DdpCodec.HeadOf(raw[0]));
        var fields = new List<WireField>
        {
            new(0, 1, "flags", $"{Hex(raw[..1])} (version 1{string.Concat(Named(raw[0]))})"),
            new(1, 1, "sequence", raw[1] == 0 ? "0 (not used)" : Number(raw[1])),
            new(2, 1, "dataType", $"{Hex(raw[2..3])} ({TypeOf(raw[2])})"),
            new(3, 1, "id", $"{Number(raw[3])} ({IdOf(raw[3])})"),
            new(4, 4, "offset", Number(BinaryPrimitives.ReadUInt32BigEndian(raw[4..]))),
            new(8, 2, "length", Number(BinaryPrimitives.ReadUInt16BigEndian(raw[8..]))),
        };
        if (head > DdpCodec.ShortHead)
        {
            fields.Add(new WireField(DdpCodec.ShortHead, head - DdpCodec.ShortHead, "timecode", TimeOf(raw[DdpCodec.ShortHead..head])));
        }

        if (raw.Length > head)
        {
            fields.Add(new WireField(head, raw.Length - head, "data", Told(raw[head..], raw[3])) { IsContent = true });
        }

        return fields;
    }

    /// <summary>What a packet is called.</summary>
    public static string Name(DdpPacket packet) =>
        packet.Reply ? packet.Id == DdpPacket.Status ? "status reply" : "reply"
        : packet.Query ? packet.Id == DdpPacket.Status ? "status query" : "query"
        : packet.Storage ? "data from storage"
        : packet.Data.IsEmpty ? packet.Push ? "push" : "empty data"
        : packet.Push ? "data, push" : "data";

    private static IEnumerable<string> Named(byte flags) => Flags.Where(flag => (flags & flag.Flag) != 0).Select(flag => $", {flag.Name}");

    private static string TypeOf(byte type) =>
        type == 0 ? "not said" : $"{((type & 0x80) != 0 ? "custom, " : "")}{Kinds[(type >> 3) & 7]}, {Sizes[type & 7]}";

    private static string IdOf(byte id) => id switch
    {
        DdpPacket.Display => "display",
        DdpPacket.Control => "JSON control",
        DdpPacket.Configuration => "JSON configuration",
        DdpPacket.Status => "JSON status",
        254 => "DMX transit",
        DdpPacket.All => "all",
        _ => "output",
    };

    private static string TimeOf(ReadOnlySpan<byte> time) => time.Length < 4
        ? Hex(time)
        : string.Create(CultureInfo.InvariantCulture, $"{Hex(time)} ({BinaryPrimitives.ReadUInt32BigEndian(time) / 65_536m:0.00000} s)");

    private static string Told(ReadOnlySpan<byte> data, byte id) =>
        id is DdpPacket.Control or DdpPacket.Configuration or DdpPacket.Status && !data.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? Encoding.ASCII.GetString(data[..Math.Min(data.Length, LongestText)]) + (data.Length > LongestText ? "…" : "")
            : Hex(data);

    /// <summary>The first bytes in hex, and how many there are when that is not all.</summary>
    internal static string Hex(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= LongestHex ? Convert.ToHexString(bytes) : $"{Convert.ToHexString(bytes[..LongestHex])}… ({Number(bytes.Length)} bytes)";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
