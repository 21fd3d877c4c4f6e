using System.Text;
using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;
using Signage.Simulator.Cards.Ddp;
using Signage.Simulator.Faults;
using static Signage.Simulator.Tests.Cards.Ddp.TestDisplay;

namespace Signage.Simulator.Tests.Cards.Ddp;

/// <summary>A display is as strict as the protocol page, and lights what it was sent when it was pushed.</summary>
public sealed class DdpCardTests
{
    private static readonly PanelFace Small = Face(2, 2);

    [Fact]
    public void Take_WhenAnyPicturesComeWhole_LightsEachWithItsStamp() => Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[0, 1000], Gen.UInt).Sample(
        (width, height, seed, stamp) =>
        {
            var (face, card) = (Face(width, height), Card(Matrix, Face(width, height)));
            foreach (var number in Enumerable.Range(0, 20))
            {
                var picture = Picture(face, seed + number);
                card.Hear(Packets(picture, number, stamp));
                Assert.Equal((picture.ToString(), new FrameStamp(stamp), 0), (card.Read().Glass.ToString(), card.Read().Stamp, card.Read().PacketsRefused));
            }
        },
        iter: 60);

    [Theory]
    [InlineData("01010B0100000000000C", "version 0")]
    [InlineData("81010B0100000000000C", "version 2")]
    [InlineData("61010B0100000000000C", "reserved flag")]
    [InlineData("41110B0100000000000C", "high nibble of the sequence")]
    [InlineData("41014B0100000000000C", "reserved bit of the type")]
    [InlineData("41011B0100000000000C", "RGBW")]
    [InlineData("4101230100000000000C", "greyscale")]
    [InlineData("41018B0100000000000C", "a custom type")]
    [InlineData("4101130100000000000C", "HSL")]
    [InlineData("4101080100000000000C", "RGB of no size")]
    [InlineData("4101090100000000000C", "RGB of one bit")]
    [InlineData("41010C0100000000000C", "RGB of sixteen bits")]
    [InlineData("41010F0100000000000C", "RGB of a size that there is not")]
    [InlineData("41010B0000000000000C", "id 0")]
    [InlineData("41010B0200000000000C", "another output")]
    [InlineData("41010BFB00000000000C", "JSON status")]
    [InlineData("49010B0100000000000C", "from storage")]
    [InlineData("45010B0100000000000C", "a reply")]
    [InlineData("41010B0100000000000B", "a byte more than it says")]
    [InlineData("41010B0100000000000D", "a byte less than it says")]
    [InlineData("41010B0100000003000C", "one pixel behind the end")]
    [InlineData("41010B01FFFFFFFC000C", "far behind the end")]
    [InlineData("41010B0100000001000C", "not at a whole pixel")]
    public void Take_WhenAPacketBreaksARule_RefusesItAndStaysDark(string head, string rule)
    {
        var card = Card(Matrix, Small);
        Assert.Empty(card.Hear(head + new string('F', 24)));
        Assert.True(card.Read().Glass.IsDark, rule);
        Assert.Equal((0, 1), (card.Read().PacketsTaken, card.Read().PacketsRefused));
    }

    [Theory]
    [InlineData("40010B01000000000002FFFF")]
    [InlineData("40010B010000000000FF")]
    [InlineData("40010B01000000000000")]
    [InlineData("")]
    [InlineData("41")]
    public void Take_WhenItIsNoWholePixelsOrNothing_RefusesIt(string hex)
    {
        var card = Card(Matrix, Small);
        card.Hear(hex);
        Assert.Equal((0, 1), (card.Read().PacketsTaken, card.Read().PacketsRefused));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("0A")]
    [InlineData("0B")]
    public void Take_WhenASenderNamesTheTypeItsOwnWay_TakesItAsRgb(string type)
    {
        var card = Card(Matrix, Face(1, 1));
        card.Hear($"4101{type}01000000000003FF0000");
        Assert.Equal("R", card.Read().Glass.ToString().Trim());
    }

    [Fact]
    public void Take_WhenNoPushWasEverSeen_LightsAtOnce_AndFromThenOnWaitsForIt()
    {
        var card = Card(Matrix, Face(3, 1));
        card.Hear("40010B01000000000003FF0000");
        Assert.Equal("R..", Line(card));
        card.Hear("41020B0100000003000300FF00");
        Assert.Equal("RG.", Line(card));
        card.Hear("40030B010000000000030000FF");
        card.Hear("40040B010000000600030000FF");
        Assert.Equal("RG.", Line(card));
        card.Hear("41000001000000000000");
        Assert.Equal("BGB", Line(card));
    }

    [Fact]
    public void Take_WhenASequenceIsRepeated_DropsTheSecond_ButNeverOnZero()
    {
        var card = Card(Matrix, Face(1, 1));
        card.Hear("41050B01000000000003FF0000");
        card.Hear("41050B0100000000000300FF00");
        Assert.Equal(("R", 1, 0), (Line(card), card.Read().PacketsTaken, card.Read().PacketsRefused));
        card.Hear("41000B0100000000000300FF00");
        card.Hear("41000B010000000000030000FF");
        Assert.Equal("B", Line(card));
    }

    [Fact]
    public void Take_WhenANumberComesAgainBehindOneWithout_TakesIt()
    {
        var card = Card(Matrix, Face(1, 1));
        card.Hear("41050B01000000000003FF0000");
        card.Hear("41000B0100000000000300FF00");
        card.Hear("41050B010000000000030000FF");
        Assert.Equal(("B", 3), (Line(card), card.Read().PacketsTaken));
    }

    [Fact]
    public void Take_WhenLatePacketsAreDropped_NeverTakesOneWithoutNumberForLate()
    {
        var buffer = new DdpBuffer(Face(1, 1)) { DropsLate = true };
        DdpVerdict Take(string hex) => buffer.Take(HeardPacket.Read(Convert.FromHexString(hex))!);

        // From 3 the four before are 2, 1, 15 and 14; 0 is no number, and leaves the last one that was pushed as it was.
        Assert.Equal(DdpVerdict.Taken, Take("41030B01000000000003FF0000"));
        Assert.Equal(DdpVerdict.Taken, Take("41000B0100000000000300FF00"));
        Assert.Equal(DdpVerdict.Dropped, Take("410F0B010000000000030000FF"));
        Assert.Equal("G", buffer.Glass.ToString().Trim());
    }

    [Fact]
    public void Take_WhenAPushIsTheFirstThingEver_LightsWhatIsThere_AndTheNextWaits()
    {
        var card = Card(Matrix, Face(2, 1));
        card.Hear("41000001000000000000");
        card.Hear("40010B01000000000003FF0000");
        Assert.Equal("..", Line(card));
        card.Hear("41020B0100000003000300FF00");
        Assert.Equal("RG", Line(card));
    }

    [Fact]
    public void Take_WhenADisplayShowsAtOnce_NeedsNoPushAndRefusesStamps()
    {
        var card = Card(AtOnce, Face(2, 1));
        card.Hear("41010B01000000000003FF0000");
        card.Hear("40020B0100000003000300FF00");
        Assert.Equal("RG", Line(card));
        card.Hear("51030B01000000000003" + "00010000" + "0000FF");
        Assert.Equal(("RG", 1), (Line(card), card.Read().PacketsRefused));
    }

    [Fact]
    public void Take_WhenAPacketIsLostInTheMiddle_KeepsTheOldPixelsThere()
    {
        var (face, card) = (Face(480, 3), Card(Matrix, Face(480, 3)));
        card.Hear(Packets(PixelFrame.Create(face.Size, PixelLayout.Rgb, 0, (cells, _) => cells.Fill(1)), 0));
        card.Hear(Packets(PixelFrame.Create(face.Size, PixelLayout.Rgb, 0, (cells, _) => cells.Fill(2)), 1).Where((_, i) => i != 1));
        Assert.Equal([2, 1, 2], Enumerable.Range(0, 3).Select(y => (int)card.Read().Glass[0, y].R));
    }

    /// <summary>A receiver that drops late packets looks back four numbers: a picture of up to ten packets never reaches them, one of eleven does.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(14, false)]
    public void Take_WhenLatePacketsAreDropped_LosesNoneOfAPictureOfUpToTen(int packets, bool isWhole)
    {
        var face = Face(480, packets);
        var buffer = new DdpBuffer(face) { DropsLate = true };
        var verdicts = Enumerable.Range(0, 40).SelectMany(number => Packets(Picture(face, number), number)).Select(packet => buffer.Take(HeardPacket.Read(packet)!)).ToArray();
        Assert.Equal(isWhole, verdicts.All(verdict => verdict == DdpVerdict.Taken));
    }

    [Fact]
    public void Answer_WhenAskedForTheStatus_TellsItAndNothingElse()
    {
        var card = Card(AtOnce, Small);
        var reply = Assert.Single(card.Hear("420000FB000000000000"));
        Assert.Equal("450000FB00000000", Convert.ToHexString(reply, 0, 8));
        Assert.Equal("""{"status":{"man":"Signage","mod":"matrix","ver":"1.0","push":false}}""", Encoding.UTF8.GetString(reply.AsSpan(10)));
        Assert.Equal("45000001000000000000", Convert.ToHexString(Assert.Single(card.Hear("42000001000000000010"))));
    }

    [Fact]
    public void Answer_WhenADisplayNeverAnswers_SaysNothing() => Assert.Empty(Card(Matrix, Small).Hear("420000FB000000000000"));

    [Fact]
    public void Power_WhenItGoesAndComes_LeavesTheDisplayDarkAndWithoutMemory()
    {
        var card = Card(Matrix, Face(2, 1));
        card.Hear("41010B01000000000006FF000000FF00");
        card.CutPower();
        card.Hear("41020B01000000000006FF000000FF00");
        Assert.Equal(("..", false), (Line(card), card.Read().PoweredOn));
        card.RestorePower();
        Assert.Equal(("..", true, 0), (Line(card), card.Read().PoweredOn, card.Read().PacketsTaken));
        card.Hear("40010B0100000003000300FF00");
        Assert.Equal(".G", Line(card));
    }

    [Theory]
    [InlineData(FaultKind.Ignore, ".", 0, 0)]
    [InlineData(FaultKind.Refuse, ".", 0, 1)]
    [InlineData(FaultKind.Mute, "R", 1, 0)]
    [InlineData(FaultKind.Reboot, ".", 0, 0)]
    public void Fault_WhenPlanned_HappensToAPacket(FaultKind fault, string line, int taken, int refused)
    {
        var card = Card(Matrix, Face(1, 1), new FaultPlan(Packets: [new PacketFault(fault, Times: 1)]));
        card.Hear("41010B01000000000003FF0000");
        Assert.Equal((line, taken, refused), (Line(card), card.Read().PacketsTaken, card.Read().PacketsRefused));
    }

    [Theory]
    [InlineData(FaultKind.Mute, 0)]
    [InlineData(FaultKind.Repeat, 2)]
    [InlineData(FaultKind.Rubbish, 1)]
    public void Fault_WhenPlanned_HappensToAnAnswer(FaultKind fault, int answers)
    {
        var card = Card(AtOnce, Small, new FaultPlan(Packets: [new PacketFault(fault)]));
        Assert.Equal(answers, card.Hear("420000FB000000000000").Count);
    }

    [Fact]
    public void OnMessage_WhenAnyBytes_NeverThrows() => Gen.Byte.Array[0, 80].Sample(
        bytes => Assert.NotNull(Card(AtOnce, Small).OnMessage(new WireMessage.Datagrams([bytes]))), iter: 5_000, print: Convert.ToHexString);

    private static string Line(IMessageCard card) => card.Read().Glass.ToString().Trim();
}
