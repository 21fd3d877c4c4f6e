using System.Buffers;
using Signage.Protocols.Tests.SecondDecoder;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Every row of the table of bad frames: what is answered, what is told, and that the good packet behind it is found.</summary>
public sealed class BadFrameTests
{
    public static TheoryData<string> Names => [.. BadFrames.All.Select(row => row.Name)];

    /// <summary>How long a body may be is a limit of the first codec; the second decoder knows none.</summary>
    public static TheoryData<string> AgainstThePage =>
        [.. BadFrames.All.Select(row => row.Name).Where(name => name != "body longer than the family takes")];

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenTheFrameIsBad_AnswersSo(string name)
    {
        var input = new ReadOnlySequence<byte>(Row(name).Bytes);

        Assert.Equal((Row(name).Answer, null), (new Bx6Codec().TryRead(ref input, out var packet), packet));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenTheFrameIsBad_SaysWhatIsWrong(string name)
    {
        var first = new Bx6Adapter().Decode(Row(name).Bytes)[0];

        Assert.EndsWith($" ({Row(name).Complaint})", first.Error, StringComparison.Ordinal);
        Assert.Matches("^.*[\u4E00-\u9FFF]", first.Error);
        Assert.Equal((false, Row(name).Answer == WireRead.NeedMore ? "incomplete" : "noise"), (first.Valid, first.Packet));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenAGoodPacketFollows_FindsIt(string name)
    {
        var good = ByteVector.Named("onbon-bx6", "ack-reply").Bytes;
        var input = new ReadOnlySequence<byte>([.. Row(name).Bytes, .. good]);
        Bx6Packet? packet;
        while (new Bx6Codec().TryRead(ref input, out packet) == WireRead.Malformed)
        {
        }

        Assert.NotNull(packet);
        Assert.Equal(Convert.ToHexString(good), Convert.ToHexString(new Bx6Codec().ToBytes(packet)));
        Assert.True(input.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhenAGoodPacketFollows_TellsBoth(string name)
    {
        var told = new Bx6Adapter().Decode((byte[])[.. Row(name).Bytes, .. ByteVector.Named("onbon-bx6", "ack-reply").Bytes]);

        Assert.Equal(("ACK", true), (told[^1].Packet, told[^1].Valid));
        Assert.NotEmpty(told.SkipLast(1));
        Assert.All(told.SkipLast(1), piece => Assert.False(piece.Valid));
    }

    [Theory]
    [MemberData(nameof(AgainstThePage))]
    public void SecondDecoder_WhenTheFrameIsBad_RefusesItToo(string name) => Assert.Throws<FormatException>(() => PlainPacket.Read(Row(name).Bytes));

    [Fact]
    public void TryRead_WhenAStartByteNeverStops_KeepsOnlyTheLastOne()
    {
        var input = new ReadOnlySequence<byte>([.. Enumerable.Repeat((byte)0xA5, 1000)]);

        Assert.Equal((WireRead.Malformed, 1), (new Bx6Codec().TryRead(ref input, out _), input.Length));
    }

    [Fact]
    public void TryRead_WhenAnEndByteNeverStops_KeepsNothing()
    {
        var input = new ReadOnlySequence<byte>([.. Enumerable.Repeat((byte)0x5A, 1000)]);

        Assert.Equal((WireRead.Malformed, 0), (new Bx6Codec().TryRead(ref input, out _), input.Length));
    }

    [Theory]
    [InlineData(0xA5)]
    [InlineData(0x5A)]
    public void TryRead_WhenOneStrayStartOrEndStandsBefore_ReadsThePacketAtOnce(byte stray)
    {
        var input = new ReadOnlySequence<byte>([stray, .. ByteVector.Named("onbon-bx6", "ping").Bytes]);

        Assert.Equal(WireRead.Packet, new Bx6Codec().TryRead(ref input, out _));
    }

    [Theory]
    [InlineData(0xA5)]
    [InlineData(0x5A)]
    public void TryRead_WhenAThousandStartsOrEndsStandBefore_ReadsThePacket(byte idle)
    {
        var input = new ReadOnlySequence<byte>([.. Enumerable.Repeat(idle, 1000), .. ByteVector.Named("onbon-bx6", "ping").Bytes]);

        Assert.Equal(WireRead.Packet, new Bx6Codec().TryRead(ref input, out _));
    }

    [Fact]
    public void TryRead_WhenADynamicFrameSaysNotChecked_TakesItUnchecked()
    {
        var payload = PlainFrame.Unescape(ByteVector.Named("onbon-bx6", "delete-dynamic-area-1").Bytes);
        var input = new ReadOnlySequence<byte>(BadFrames.Frame([.. payload[..^2], 0xFF, 0xFF]));

        Assert.Equal(WireRead.Packet, new Bx6Codec().TryRead(ref input, out var packet));
        Assert.True(Assert.IsType<Bx6Dynamic>(packet).Unchecked);
    }

    private static BadFrame Row(string name) => BadFrames.All.Single(row => row.Name == name);
}
