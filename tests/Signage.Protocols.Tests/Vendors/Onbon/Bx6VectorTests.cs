using System.Buffers;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Every packet that came from outside, read and written five ways.</summary>
public sealed class Bx6VectorTests
{
    // The remarks of the vectors, and what the codec calls the same field.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["lead"] = "lead",
        ["destination"] = "destination",
        ["source"] = "source",
        ["protocol version"] = "protocolVersion",
        ["dynamic frame"] = "protocolVersion",
        ["protocol type"] = "protocolType",
        ["device type"] = "deviceType",
        ["phy type"] = "phyType",
        ["reserved"] = "reserved",
        ["zeros"] = "reserved",
        ["background and sound"] = "reserved",
        ["sequence"] = "sequence",
        ["max frame / 16"] = "maxFrame",
        ["encryption, 96 = none"] = "encryption",
        ["random"] = "random",
        ["secret"] = "secret",
        ["body length"] = "bodyLength",
        ["CRC-16 of the body"] = "bodyCheck",
        ["xor of the header"] = "headerCheck",
        ["please answer"] = "wantsReply",
        ["reply"] = "reply",
        ["group"] = "group",
        ["command"] = "command",
        ["status"] = "status",
        ["error"] = "error",
        ["data length"] = "dataLength",
        ["data"] = "data",
        ["area count"] = "areaCount",
        ["bytes of this description"] = "infoLength",
        ["area id"] = "areaId",
        ["run mode"] = "runMode",
        ["timeout, s"] = "timeout",
        ["with all programmes"] = "allPrograms",
        ["programme count"] = "programCount",
        ["play at once"] = "immediate",
        ["picture area"] = "areaType",
        ["x"] = "x",
        ["y"] = "y",
        ["width"] = "width",
        ["height"] = "height",
        ["no frame"] = "frameFlag",
        ["page count"] = "pageCount",
        ["bytes of this page head"] = "pageLength",
        ["page style"] = "pageStyle",
        ["display mode"] = "displayMode",
        ["clear mode"] = "clearMode",
        ["speed level"] = "speed",
        ["stay, 10 ms"] = "stay",
        ["repeat"] = "repeat",
        ["valid width"] = "validWidth",
        ["pixel offset"] = "dataOffset",
        ["pixel length"] = "dataLength",
        ["pixels"] = "pixels",
        ["CRC-16 of header and body"] = "frameCheck",
        ["tail"] = "tail",
    };

    public static TheoryData<string> Names => [.. ByteVector.All("onbon-bx6").Select(vector => vector.Name)];

    [Fact]
    public void Vectors_WhenListed_AreTheTwentySixFromOutside()
    {
        var vectors = ByteVector.All("onbon-bx6");
        Assert.Equal(26, vectors.Count);
        Assert.All(vectors, vector => Assert.Contains(vector.Level, new[] { "captured", "published", "accepted" }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenWhole_GivesThePacketAndUsesEverything(string name)
    {
        var input = new ReadOnlySequence<byte>(Vector(name));
        Assert.Equal(WireRead.Packet, new Bx6Codec().TryRead(ref input, out var packet));
        Assert.NotNull(packet);
        Assert.True(input.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_WhenReadBefore_GivesTheSameBytes(string name)
    {
        var packet = Read(Vector(name));
        Assert.Equal(Convert.ToHexString(Vector(name)), Convert.ToHexString(new Bx6Codec().ToBytes(packet)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenFedByteByByte_NeedsMoreAndLeavesTheInputWhole(string name)
    {
        var bytes = Vector(name);
        for (var length = 0; length < bytes.Length; length++)
        {
            var input = new ReadOnlySequence<byte>(bytes, 0, length);
            Assert.Equal(WireRead.NeedMore, new Bx6Codec().TryRead(ref input, out _));
            Assert.Equal(length, input.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenNoiseStandsBefore_FindsThePacket(string name)
    {
        byte[] noisy = [0x00, 0x5A, 0xA5, 0x17, 0xFF, .. Vector(name)];
        var input = new ReadOnlySequence<byte>(noisy);
        var codec = new Bx6Codec();
        Bx6Packet? packet;
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
    public void TryRead_WhenOneBitIsFlipped_NeverReadsAsTheSamePacket(string name)
    {
        var bytes = Vector(name);
        var good = Convert.ToHexString(new Bx6Codec().ToBytes(Read(bytes)));
        for (var bit = 7 * 8; bit < (bytes.Length - 1) * 8; bit++)
        {
            var bad = (byte[])bytes.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            var input = new ReadOnlySequence<byte>(bad);
            if (bit / 8 == 7 || new Bx6Codec().TryRead(ref input, out var packet) != WireRead.Packet)
            {
                continue;   // a flipped last lead byte only shortens the run of leads
            }

            Assert.True(good != Convert.ToHexString(new Bx6Codec().ToBytes(packet!)), $"bit {bit} of {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Describe_WhenAnyVector_NamesEveryByteOnce(string name)
    {
        var bytes = Vector(name);
        var at = 0;
        foreach (var field in new Bx6Codec().Describe(bytes))
        {
            Assert.Equal(at, field.Offset);
            at += field.Length;
        }

        Assert.Equal(bytes.Length, at);
    }

    /// <summary>The recording says what its bytes are; two names that change places in the codec are found here.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Describe_WhenAnyVector_CallsEveryFieldWhatTheRecordingCallsIt(string name)
    {
        var vector = ByteVector.Named("onbon-bx6", name);
        Assert.Equal(
            vector.Remarks.Select(remark => (remark.Offset, remark.Length, Fields[remark.Name])),
            new Bx6Codec().Describe(vector.Bytes).Select(field => (field.Offset, field.Length, field.Name)));
    }

    private static byte[] Vector(string name) => ByteVector.Named("onbon-bx6", name).Bytes;

    private static Bx6Packet Read(byte[] bytes)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        Assert.Equal(WireRead.Packet, new Bx6Codec().TryRead(ref input, out var packet));
        return packet!;
    }
}
