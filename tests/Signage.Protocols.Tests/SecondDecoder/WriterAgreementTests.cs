using System.Text;
using CsCheck;
using Signage.Protocols.Tests.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>
/// What the first codec writes, the second decoder reads. Writer and reader of one codec can be wrong in the same way and never notice;
/// these fields appear in no recorded packet with a value that would tell.
/// </summary>
public sealed class WriterAgreementTests
{
    [Fact]
    public void Ordinary_WhenWritten_HasEveryFieldWhereThePageSays() => Gen.Select(RandomWire.Codecs, RandomWire.Ordinary, RandomWire.Bodies).Sample(
        (codec, packet, data) =>
        {
            var written = (Bx6Ordinary)packet with { Body = Bx6Body.Reply(0xA2, 0x8F, 1, 25, data) };
            var read = PlainPacket.Read(codec.ToBytes(written));

            Assert.Equal((written.Destination, written.Source, written.DeviceType), ((ushort)read.Destination, (ushort)read.Source, (ushort)read.CardType));
            Assert.Equal(
                new PlainOrdinary(
                    written.ProtocolType,
                    written.PhyType,
                    written.Sequence,
                    written.MaxFrame,
                    written.Random,
                    Convert.ToHexString(BitConverter.GetBytes(written.Secret)[..6])),
                read.Header);
            Assert.Equal((true, 0xA2, 0x8F, 1, 25), (read.IsReply, read.Group, read.Command, read.Status, read.Error));
            Assert.Equal(Convert.ToHexString(data), Convert.ToHexString(read.Data));
        });

    [Fact]
    public void Dynamic_WhenWritten_HasEveryFieldWhereThePageSays() => Gen.Select(RandomWire.Codecs, RandomWire.Dynamic, RandomWire.Bodies).Sample(
        (codec, packet, data) =>
        {
            var read = PlainPacket.Read(codec.ToBytes(packet with { Body = Bx6Body.Request(0xA7, 0x01, data) }));

            Assert.Equal((packet.Destination, packet.Source, packet.DeviceType), ((ushort)read.Destination, (ushort)read.Source, (ushort)read.CardType));
            Assert.Equal((null, false, 0xA7, 0x01), (read.Header, read.IsReply, read.Group, read.Command));
            Assert.Equal(Convert.ToHexString(data), Convert.ToHexString(read.Data));
        });

    [Fact]
    public void Update_WhenWritten_HasEveryFieldWhereThePageSays() => RandomWire.Updates.Sample(update =>
    {
        // The page knows picture areas without a frame only.
        var areas = update.Areas.Select(area => area with { AreaType = 0x10, FrameFlag = 0 }).ToArray();

        Assert.Equal(areas.Select(Line), PlainArea.ReadAll(new Bx6Update(areas).Write()).Select(Line));
    });

    [Fact]
    public void PingReply_WhenWritten_HasEveryFieldWhereThePageSays()
    {
        var reply = new Bx6PingReply
        {
            DeviceType = 0x0266,
            Firmware = "V1.2.3-4",
            ParametersLoaded = 1,
            Address = 0x0203,
            Baud = 2,
            Width = 0x0140,
            Height = 0x0060,
            Colour = 7,
            Brightness = 12,
            On = 1,
        };
        var cursor = new PlainCursor(reply.Write());

        Assert.Equal((0x0266, "V1.2.3-4", 1), (cursor.Two(), Encoding.ASCII.GetString(cursor.Bytes(8)), cursor.One()));
        Assert.Equal((0x0203, 2, 0x0140, 0x0060), (cursor.Two(), cursor.One(), cursor.Two(), cursor.Two()));
        Assert.Equal((7, 12, 1), (cursor.One(), cursor.One(), cursor.One()));
    }

    [Fact]
    public void StatusReply_WhenWritten_HasEveryFieldWhereThePageSays()
    {
        var cursor = new PlainCursor(new Bx6StatusReply { On = 1, BrightnessMode = 2, Brightness = 12, ProgramCount = 0x0304 }.Write());

        Assert.Equal((1, 0, 2, 12, 0x0304), (cursor.One(), cursor.One(), cursor.One(), cursor.One(), cursor.Two()));
    }

    private static string Line(Bx6Area area) =>
        $"{area.Id} {area.RunMode} {area.Timeout} {area.AllPrograms} [{string.Join(' ', area.Programs)}] {area.Immediate} " +
        $"{area.X} {area.Y} {area.Width} {area.Height} " +
        string.Join("; ", area.Pages.Select(page =>
            $"{page.Style} {page.DisplayMode} {page.ClearMode} {page.Speed} {page.Stay} {page.Repeat} {page.ValidWidth} {Convert.ToHexString(page.Bitmap.Span)}"));

    private static string Line(PlainArea area) =>
        $"{area.Id} {area.RunMode} {area.TimeoutSeconds} {area.WithAllProgrammes} [{string.Join(' ', area.Programmes)}] {area.PlayAtOnce} " +
        $"{area.X} {area.Y} {area.Width} {area.Height} " +
        string.Join("; ", area.Pages.Select(page =>
            $"{page.Style} {page.DisplayMode} {page.ClearMode} {page.Speed} {page.StayHundredths} {page.Repeat} {page.ValidWidth} {Convert.ToHexString(page.Pixels)}"));
}
