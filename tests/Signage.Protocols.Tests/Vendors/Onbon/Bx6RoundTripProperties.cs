using System.Buffers;
using CsCheck;
using Signage.Protocols.Tests.SecondDecoder;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>What is written reads back as it was, for every type of the wire.</summary>
public sealed class Bx6RoundTripProperties
{
    [Fact]
    public void Escaping_WhenAnyPayload_ComesBackAndHidesTheReservedBytes() => RandomWire.Bodies.Sample(payload =>
    {
        var output = new ArrayBufferWriter<byte>();
        Bx6Escaping.Write(payload, 1, 1, output);
        var between = output.WrittenSpan[1..^1];
        var back = new byte[between.Length];

        Assert.Equal(Convert.ToHexString(payload), Convert.ToHexString(back.AsSpan(0, Bx6Escaping.Read(between, back))));
        Assert.Equal(-1, between.IndexOfAny<byte>(0xA5, 0x5A));
        Assert.Equal(Convert.ToHexString(payload), Convert.ToHexString(PlainFrame.Unescape(output.WrittenSpan.ToArray())));
    });

    [Fact]
    public void Unescaping_WhenAnyBytesBetweenStartAndEnd_IsWhatTheSecondDecoderSays() => RandomWire.Between.Sample(
        between => Assert.Equal(Second([0xA5, .. between, 0x5A]) ?? "refused", First(between) ?? "refused"), iter: 5000, print: Convert.ToHexString);

    [Theory]
    [InlineData(0xA5)]
    [InlineData(0x5A)]
    public void Unescaping_WhenAStartOrEndStandsInside_Refuses(byte reserved) => Assert.Equal(-1, Bx6Escaping.Read([1, reserved, 2], new byte[3]));

    [Fact]
    public void Ordinary_WhenWritten_ReadsBack() => Gen.Select(RandomWire.Codecs, RandomWire.Ordinary).Sample((codec, packet) =>
    {
        var (written, back) = (Assert.IsType<Bx6Ordinary>(packet), Assert.IsType<Bx6Ordinary>(Back(codec, packet)));

        Assert.Equal(Convert.ToHexString(written.Body.Span), Convert.ToHexString(back.Body.Span));
        Assert.Equal(written with { Body = default }, back with { Body = default });
    });

    [Fact]
    public void Dynamic_WhenWritten_ReadsBack() => Gen.Select(RandomWire.Codecs, RandomWire.Dynamic).Sample((codec, packet) =>
    {
        var (written, back) = (Assert.IsType<Bx6Dynamic>(packet), Assert.IsType<Bx6Dynamic>(Back(codec, packet)));

        // One frame in 65536 has FFFF for its true check value: then "not checked" and "right" are the same bytes.
        var isRight = PlainCheck.Crc16(PlainFrame.Unescape(codec.ToBytes(packet))[..^2]) == 0xFFFF;
        Assert.Equal(Convert.ToHexString(written.Body.Span), Convert.ToHexString(back.Body.Span));
        Assert.Equal(written with { Body = default, Unchecked = written.Unchecked && !isRight }, back with { Body = default });
    });

    [Fact]
    public void Packet_WhenItHasTheLongestBody_ReadsBack()
    {
        var body = new byte[Bx6Packet.LongestBody];
        Array.Fill(body, (byte)0xA5);   // the worst case: every byte takes two on the wire

        Assert.Equal(body.Length, Back(new Bx6Codec(16, 16), new Bx6Dynamic(1, 2, 3, body)).Body.Length);
    }

    [Fact]
    public void Request_WhenWritten_ReadsBack() => Gen.Select(Gen.Byte, Gen.Byte, RandomWire.Bodies).Sample((group, command, data) =>
    {
        var body = Bx6Body.ReadRequest(Bx6Body.Request(group, command, data), out var complaint);

        Assert.Null(complaint);
        Assert.Equal((false, group, command, true), (body!.IsReply, body.Group, body.Command, body.WantsReply));
        Assert.Equal(Convert.ToHexString(data), Convert.ToHexString(body.Data.Span));
    });

    [Fact]
    public void Reply_WhenWritten_ReadsBack() => Gen.Select(Gen.Byte, Gen.Byte, Gen.UShort, Gen.UShort, RandomWire.Bodies).Sample(
        (group, command, status, error, data) =>
        {
            var body = Bx6Body.ReadReply(Bx6Body.Reply(group, command, status, error, data));

            Assert.Equal((true, group, command, status, error), (body!.IsReply, body.Group, body.Command, body.Status, body.Error));
            Assert.Equal(Convert.ToHexString(data), Convert.ToHexString(body.Data.Span));
        });

    [Fact]
    public void Update_WhenWritten_ReadsBack() => RandomWire.Updates.Sample(update =>
    {
        var back = Bx6Update.Read(update.Write(), out var complaint);

        Assert.Null(complaint);
        Assert.Equal(Text(update), Text(back!));
    });

    [Fact]
    public void PingReply_WhenWritten_ReadsBack() => Gen.Select(
        Gen.UShort, Gen.String[Gen.Char.AlphaNumeric, 0, 8], Gen.Byte, Gen.UShort, Gen.Byte, Gen.UShort, Gen.UShort, Gen.Byte).Sample(
        (type, firmware, loaded, address, baud, width, height, colour) =>
        {
            var reply = new Bx6PingReply
            {
                DeviceType = type,
                Firmware = firmware,
                ParametersLoaded = loaded,
                Address = address,
                Baud = baud,
                Width = width,
                Height = height,
                Colour = colour,
                Brightness = loaded,
                On = baud,
            };

            Assert.Equal(reply, Bx6PingReply.Read(reply.Write()));
            Assert.Equal(307, reply.Write().Length);
        });

    [Fact]
    public void StatusReply_WhenWritten_ReadsBack() => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, Gen.UShort, Gen.DateTime).Sample((on, mode, brightness, programmes, instant) =>
    {
        var clock = new DateTime(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerSecond));
        var reply = new Bx6StatusReply { On = on, BrightnessMode = mode, Brightness = brightness, ProgramCount = programmes, ClockIsGood = mode, Clock = clock };

        Assert.Equal(reply, Bx6StatusReply.Read(reply.Write()));
    });

    [Fact]
    public void Readers_WhenAnyBytes_AnswerAndNeverThrow() => RandomWire.Bodies.Sample(
        bytes =>
        {
            var request = Bx6Body.ReadRequest(bytes, out var complaint);
            Assert.Equal(request is null, complaint is not null);
            var update = Bx6Update.Read(bytes, out complaint);
            Assert.Equal(update is null, complaint is not null);
            _ = Bx6Body.ReadReply(bytes);
            Assert.Equal(bytes.Length < 6, Bx6StatusReply.Read(bytes) is null);
            Assert.Equal(bytes.Length < 21, Bx6PingReply.Read(bytes) is null);
        },
        iter: 20_000,
        print: Convert.ToHexString);

    private static Bx6Packet Back(Bx6Codec codec, Bx6Packet packet)
    {
        var input = new ReadOnlySequence<byte>(codec.ToBytes(packet));
        Assert.Equal(WireRead.Packet, codec.TryRead(ref input, out var back));
        return back!;
    }

    private static string Text(Bx6Update update) => string.Join('\n', update.Areas.Select(area =>
        $"{area with { Pages = [], Programs = [] }} [{string.Join(' ', area.Programs)}] " +
        string.Join("; ", area.Pages.Select(page => $"{page with { Bitmap = default }} {Convert.ToHexString(page.Bitmap.Span)}"))));

    private static string? First(byte[] between)
    {
        var back = new byte[between.Length];
        var length = Bx6Escaping.Read(between, back);
        return length < 0 ? null : Convert.ToHexString(back.AsSpan(0, length));
    }

    private static string? Second(byte[] wire)
    {
        try
        {
            return Convert.ToHexString(PlainFrame.Unescape(wire));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
