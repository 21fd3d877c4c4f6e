using System.Buffers;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Ddp;

/// <summary>Packets that others published, and a few that were computed, read and written five ways.</summary>
public sealed class DdpVectorTests
{
    // The remarks of the vectors, and what the codec calls the same field.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["flags"] = "flags",
        ["sequence"] = "sequence",
        ["data type"] = "dataType",
        ["id"] = "id",
        ["offset"] = "offset",
        ["length"] = "length",
        ["timecode"] = "timecode",
        ["data"] = "data",
    };

    public static TheoryData<string> Names => [.. ByteVector.All("ddp").Select(vector => vector.Name)];

    [Fact]
    public void Vectors_WhenListed_AreSevenFromOutsideAndThreeComputed()
    {
        var levels = ByteVector.All("ddp").CountBy(vector => vector.Level).ToDictionary();
        Assert.Equal(new Dictionary<string, int> { ["published"] = 7, ["derived"] = 3 }, levels);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenWhole_GivesThePacketAndUsesEverything(string name)
    {
        var input = new ReadOnlySequence<byte>(Vector(name));
        Assert.Equal(WireRead.Packet, new DdpCodec().TryRead(ref input, out var packet));
        Assert.NotNull(packet);
        Assert.True(input.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_WhenReadBefore_GivesTheSameBytes(string name) =>
        Assert.Equal(Convert.ToHexString(Vector(name)), Convert.ToHexString(new DdpCodec().ToBytes(Read(Vector(name))!)));

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenFedByteByByte_NeedsMoreAndLeavesTheInputWhole(string name)
    {
        var bytes = Vector(name);
        for (var length = 0; length < bytes.Length; length++)
        {
            var input = new ReadOnlySequence<byte>(bytes, 0, length);
            Assert.Equal(WireRead.NeedMore, new DdpCodec().TryRead(ref input, out _));
            Assert.Equal(length, input.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenNoiseStandsBefore_FindsThePacket(string name)
    {
        byte[] noisy = [0x00, 0x5A, 0xA5, 0x17, 0xFF, .. Vector(name)];
        var input = new ReadOnlySequence<byte>(noisy);
        var codec = new DdpCodec();
        DdpPacket? packet;
        WireRead read;
        do
        {
            read = codec.TryRead(ref input, out packet);
        }
        while (read == WireRead.Malformed);

        Assert.Equal(WireRead.Packet, read);
        Assert.Equal(Convert.ToHexString(Vector(name)), Convert.ToHexString(codec.ToBytes(packet!)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ReadDatagram_WhenOneBitIsFlipped_NeverReadsAsTheSamePacket(string name)
    {
        var bytes = Vector(name);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var bad = (byte[])bytes.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Read(bad) is { } packet && bytes.AsSpan().SequenceEqual(new DdpCodec().ToBytes(packet)), $"bit {bit} of {name}");
        }
    }

    /// <summary>The file says what its bytes are; two names that change places in the codec are found here.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Describe_WhenAnyVector_CallsEveryFieldWhatTheFileCallsIt(string name)
    {
        var vector = ByteVector.Named("ddp", name);
        Assert.Equal(
            vector.Remarks.Select(remark => (remark.Offset, remark.Length, Fields[remark.Name])),
            new DdpCodec().Describe(vector.Bytes).Select(field => (field.Offset, field.Length, field.Name)));
    }

    private static byte[] Vector(string name) => ByteVector.Named("ddp", name).Bytes;

    private static DdpPacket? Read(byte[] bytes) => new DdpCodec().ReadDatagram(bytes);
}
