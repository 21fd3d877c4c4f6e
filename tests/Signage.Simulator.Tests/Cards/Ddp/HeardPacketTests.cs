using System.Text;
using CsCheck;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Simulator.Cards.Ddp;

namespace Signage.Simulator.Tests.Cards.Ddp;

/// <summary>The simulated displays read packets their own way. Two readings that were made apart and agree are worth more than one that is used twice.</summary>
public sealed class HeardPacketTests
{
    private const string Adapters = "Signage.Protocols.Vendors";

    private static readonly string[] Folders = ["Ddp", "Wled"];

    // Near enough to a packet that many are one: the first four bytes are drawn where it matters, and the length mostly fits.
    private static readonly Gen<byte[]> NearPackets = Gen.Select(
        Gen.Frequency((4, Gen.Byte.Select(flags => (byte)(0x40 | (flags & 0x1F)))), (1, Gen.Byte)),
        Gen.Frequency((4, Gen.Byte[0, 15]), (1, Gen.Byte)),
        Gen.Frequency((4, OneOf(0x00, 0x01, 0x0A, 0x0B, 0x1B, 0x8B)), (1, Gen.Byte)),
        OneOf(0, 1, 2, 246, 250, 251, 254, 255),
        Gen.UInt,
        Gen.Frequency((4, Gen.Int[0, 60]), (1, Gen.Int[1430, 1450])),
        Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[-10, 10])),
        (flags, sequence, type, id, offset, length, tooMany) => Bytes([flags, sequence, type, id], offset, length, tooMany));

    [Fact]
    public void Read_WhenAnyBytesNearAPacket_AgreesWithTheAdapterInWhatIsOneAndWhatItSays() => NearPackets.Sample(
        bytes =>
        {
            var (own, first) = (HeardPacket.Read(bytes), new DdpCodec().ReadDatagram(bytes));
            Assert.Equal(first is null, own is null);
            Assert.Equal(Told(first), Told(own));
        },
        iter: 20_000,
        print: Convert.ToHexString);

    [Fact]
    public void Read_WhenAnyBytesAtAll_AgreesWithTheAdapter() => Gen.Byte.Array[0, 40].Sample(
        bytes => Assert.Equal(new DdpCodec().ReadDatagram(bytes) is null, HeardPacket.Read(bytes) is null), iter: 5_000, print: Convert.ToHexString);

    /// <summary>The examples of the protocol page (section 5) and its status query (section 4), read by hand.</summary>
    [Theory]
    [InlineData("41010B01000000000006FF000000FF00", "push sequence 1 type 11 id 1 at 0: FF000000FF00")]
    [InlineData("510F0B01000000030003000A8000FFFFFF", "push sequence 15 type 11 id 1 at 3 for 688128: FFFFFF")]
    [InlineData("420000FB000000000000", "asks sequence 0 type 0 id 251 at 0: ")]
    [InlineData("42000001000000000010", "asks sequence 0 type 0 id 1 at 0: ")]
    [InlineData("48000001000000000000", "storage sequence 0 type 0 id 1 at 0: ")]
    public void Read_WhenAnExample_TellsWhatItSays(string hex, string told) => Assert.Equal(told, Told(HeardPacket.Read(Convert.FromHexString(hex))));

    [Theory]
    [InlineData(0)]
    [InlineData(66)]
    [InlineData(300)]
    public void Reply_WhenWritten_IsTheReplyThatTheAdapterReads(int length)
    {
        var data = Enumerable.Range(0, length).Select(i => (byte)(i & 0xFF)).ToArray();
        var packet = new DdpCodec().ReadDatagram(HeardPacket.Reply(251, data))!;
        Assert.Equal((true, true, false, 251, 0u, null), (packet.Reply, packet.Push, packet.Query, packet.Id, packet.Offset, packet.Timecode));
        Assert.Equal(data, packet.Data.ToArray());
    }

    /// <summary>A card that reads with the adapter's code believes the adapter's mistakes.</summary>
    [Fact]
    public void Sources_OfTheCardsThatHearPackets_NameNothingOfAnAdapter()
    {
        var files = Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), "src", "Signage.Simulator", "Cards", folder), "*.cs")).ToArray();
        Assert.Contains(files, file => Path.GetFileName(file) == "HeardPacket.cs");
        Assert.All(files, file => Assert.DoesNotContain(Adapters, File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static Gen<byte> OneOf(params byte[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static byte[] Bytes(byte[] start, uint offset, int length, int tooMany)
    {
        var brings = (start[0] & 0b110) == 0b010 ? 0 : length;
        var head = (start[0] & 0b0001_0000) == 0 ? 10 : 14;
        var bytes = new byte[Math.Max(0, head + brings + tooMany)];
        byte[] all = [.. start, (byte)(offset >> 24), (byte)(offset >> 16 & 0xFF), (byte)(offset >> 8 & 0xFF), (byte)(offset & 0xFF), (byte)(length >> 8), (byte)(length & 0xFF)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = i < all.Length ? all[i] : (byte)(i * 7 & 0xFF);
        }

        return bytes;
    }

    private static string Told(HeardPacket? packet) => packet is null ? "" : Told(
        packet.Push, packet.Asks, packet.Replies, packet.FromStorage, (packet.Sequence, packet.DataType, packet.Id), packet.Offset, packet.Timecode, packet.Data);

    private static string Told(DdpPacket? packet) => packet is null ? "" : Told(
        packet.Push, packet.Asks, packet.Reply, packet.Storage, (packet.Sequence, packet.DataType, packet.Id), packet.Offset, packet.Timecode, packet.Data);

    private static string Told(bool push, bool asks, bool replies, bool storage, (byte Sequence, byte Type, byte Id) head, uint offset, uint? time, ReadOnlyMemory<byte> data) =>
        new StringBuilder()
            .Append(push ? "push " : "").Append(asks ? "asks " : "").Append(replies ? "replies " : "").Append(storage ? "storage " : "")
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"sequence {head.Sequence} type {head.Type} id {head.Id} at {offset}")
            .Append(time is { } moment ? $" for {moment}" : "").Append(": ").Append(Convert.ToHexString(data.Span)).ToString();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
