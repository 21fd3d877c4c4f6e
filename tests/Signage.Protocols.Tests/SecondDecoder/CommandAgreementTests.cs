using System.Globalization;
using CsCheck;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Tests.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon;

namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>Every other question of the adapter, read by the second decoder: protocol page, sections 5 and 7.</summary>
public sealed class CommandAgreementTests
{
    [Fact]
    public void Clock_WhenAnyInstant_IsThatDateTimeAndWeekday() => Gen.DateTime[new DateTime(2000, 1, 1), new DateTime(2099, 12, 31)].Sample(time =>
    {
        var data = Data(new PanelCommand.SetClock(new DateTimeOffset(time, TimeSpan.FromHours(8))), 0xA2, 0x02);

        // Written in hexadecimal, binary-coded decimals read as the number they mean.
        Assert.Equal(
            $"{time:yyyy MM dd HH mm ss} {(time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek)}",
            $"{data[1]:X2}{data[0]:X2} {data[2]:X2} {data[3]:X2} {data[4]:X2} {data[5]:X2} {data[6]:X2} {data[7]:X}");
        Assert.Equal(8, data.Length);
    });

    [Fact]
    public void Brightness_WhenAnyPercent_IsByHandAndTheSameAllDay() => Gen.Int[0, 100].Sample(percent =>
    {
        var data = Data(new PanelCommand.SetBrightness(percent), 0xA2, 0x07);

        Assert.Equal((49, 0), (data.Length, data[0]));
        Assert.All(data.Skip(1), half => Assert.InRange(Math.Abs((half * 100) - (percent * 15)), 0, 50));
    });

    [Theory]
    [InlineData(true, "01")]
    [InlineData(false, "00")]
    public void Power_WhenSwitched_IsOneByte(bool on, string data) =>
        Assert.Equal(data, Convert.ToHexString(Data(new PanelCommand.SetPower(on), 0xA2, 0x05)));

    /// <summary>How many groups, and for each when it switches on and when off; lit between the two. Binary-coded decimals read as they are written.</summary>
    [Theory]
    [InlineData("22:00-06:00", "01 06002200")]
    [InlineData("00:30-05:59", "01 05590030")]
    public void Timer_WhenSet_IsTheLightBetweenTheDark(string timer, string data) =>
        Assert.Equal(data.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(Data(new PanelCommand.SetTimer(CardTimer.Read(timer)!), 0xA2, 0x06)));

    [Fact]
    public void Timer_WhenTakenAway_HasNoData() => Assert.Empty(Data(new PanelCommand.SetTimer(CardTimer.None), 0xA2, 0x08));

    [Fact]
    public void Delete_WhenAnyArea_IsItsNumber() => Gen.Int[0, 255].Sample(area =>
        Assert.Equal([1, (byte)area], Data(new PanelCommand.DeleteAreas(area), 0xA7, 0x01)));

    [Fact]
    public void Delete_WhenAllAreas_IsFf() => Assert.Equal([0xFF], Data(new PanelCommand.DeleteAreas(null), 0xA7, 0x01));

    [Fact]
    public void Ping_WhenAsked_HasNoData() => Assert.Empty(Data(new PanelCommand.Ping(), 0xA2, 0x00));

    [Fact]
    public void Status_WhenAsked_HasNoData() => Assert.Empty(Data(new PanelCommand.ReadStatus(), 0xA2, 0x0F));

    [Fact]
    public void Blank_WhenSent_IsAPictureWithoutLight()
    {
        var area = Assert.Single(PlainArea.ReadAll(Data(new PanelCommand.Blank(), 0xA7, 0x00)));

        Assert.Equal((0, 0, 40, 8, 1), (area.X, area.Y, area.Width, area.Height, area.PlayAtOnce));
        Assert.Equal("", PlainPixels.Lit(PlainPixels.Of(Assert.Single(area.Pages).Pixels, 40, 8, 2)));
    }

    [Fact]
    public void Header_WhenFieldsAreSetByName_HasThem() => Gen.Select(Gen.UShort, Gen.Byte, Gen.UShort, Gen.UShort, Gen.Int[1, 16], Gen.Int[1, 16]).Sample(
        (sequence, random, address, cardType, leads, tails) =>
        {
            var wire = Encode(new PanelCommand.Ping(), new()
            {
                ["seq"] = Text(sequence),
                ["random"] = Text(random),
                ["address"] = OnWire(address),
                ["device-type"] = OnWire(cardType),
                ["lead"] = Text(leads),
                ["tail"] = Text(tails),
            });
            var packet = PlainPacket.Read(wire);

            Assert.Equal((sequence, random), ((ushort)packet.Header!.Sequence, (byte)packet.Header.Random));
            Assert.Equal((address, cardType), ((ushort)packet.Destination, (ushort)packet.CardType));
            Assert.Equal((leads, tails), (wire.TakeWhile(value => value == 0xA5).Count(), wire.Reverse().TakeWhile(value => value == 0x5A).Count()));
        });

    private static byte[] Data(PanelCommand command, int group, int number)
    {
        var packet = PlainPacket.Read(Encode(command, []));
        Assert.Equal((false, group, number), (packet.IsReply, packet.Group, packet.Command));

        // A ping asks for the type, so it cannot name one; the recorded pings do not either.
        Assert.Equal((0xFFFE, 0x8000, command is PanelCommand.Ping ? 0xFFFE : 0x0266), (packet.Destination, packet.Source, packet.CardType));
        Assert.Equal(group == 0xA7, packet.Header is null);
        return packet.Data;
    }

    private static byte[] Encode(PanelCommand command, Dictionary<string, string> options) =>
        Assert.Single(new Bx6Adapter().Encode(command, TestCards.Q2, PanelFace.Parse("40x8x2"), options));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string OnWire(int value) => $"{value & 0xFF:X2}{value >> 8:X2}";
}
