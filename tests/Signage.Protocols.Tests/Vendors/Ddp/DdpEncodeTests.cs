using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Wled;
using static Signage.Protocols.Tests.Vendors.Ddp.TestDisplays;

namespace Signage.Protocols.Tests.Vendors.Ddp;

public sealed class DdpEncodeTests
{
    private readonly DdpAdapter _adapter = new();

    private static PixelFrame RedGreen => PixelFrame.ParseRgb("RG");

    [Fact]
    public void Encode_WhenAPictureOfTwoPixels_IsTheExampleOfThePage() => Assert.Equal(
        ByteVector.Named("ddp", "two-pixels-pushed").Bytes,
        Assert.Single(_adapter.Encode(new PanelCommand.ShowFrame(RedGreen, default), Face(2, 1), ("timecode", "off"))));

    [Fact]
    public void Encode_WhenFieldsAreSet_MakesAPublishedPacketAgain() => Assert.Equal(
        ByteVector.Named("ddp", "two-pixels-type-0d").Bytes,
        Assert.Single(_adapter.Encode(new PanelCommand.ShowFrame(RedGreen, new FrameTick(9, default)), Face(2, 1), ("timecode", "off"), ("type", "0D"), ("seq", "1"))));

    [Fact]
    public void Encode_WhenOffsetTimeAndSequenceAreSet_PutsThemWhereTheVectorHasThem() => Assert.Equal(
        ByteVector.Named("ddp", "one-pixel-with-timecode").Bytes,
        Assert.Single(_adapter.Encode(new PanelCommand.ShowFrame(PixelFrame.ParseRgb("W"), default), Face(1, 1), ("timecode", "000A8000"), ("seq", "15"), ("offset", "3"))));

    [Fact]
    public void Encode_WhenAPanelOf64x32_TakesFivePacketsWithThePushOnTheLast()
    {
        var packets = _adapter.Encode(Frame(Face(64, 32), 1, 0, 0x12345678), Face(64, 32));
        Assert.Equal(
            ["40010B010000000005A0", "40020B01000005A005A0", "40030B0100000B4005A0", "40040B01000010E005A0", "51050B01000016800180" + "12345678"],
            packets.Select((packet, i) => Convert.ToHexString(packet.AsSpan(0, i == 4 ? 14 : 10))));
    }

    [Fact]
    public void Encode_WhenTheProfileTakesSmallerPackets_KeepsPixelsWhole()
    {
        var small = Matrix with { Packets = new PacketLimits(14 + 8, null, EvidenceLevel.Derived) };
        var packets = _adapter.Encode(Frame(Face(3, 1), 1, 0), small, Face(3, 1), new Dictionary<string, string> { ["timecode"] = "off" });
        Assert.Equal([10 + 6, 10 + 3], packets.Select(packet => packet.Length));
    }

    [Fact]
    public void Encode_WhenBlank_IsADarkPictureThatIsNeitherNumberedNorStamped()
    {
        var packets = _adapter.Encode(new PanelCommand.Blank(), Face(480, 2));
        Assert.Equal(["40000B010000000005A0", "41000B01000005A005A0"], packets.Select(packet => Convert.ToHexString(packet.AsSpan(0, 10))));
        Assert.All(packets, packet => Assert.False(packet.AsSpan(10).ContainsAnyExcept((byte)0)));
    }

    [Fact]
    public void Encode_WhenThePushIsLeftOut_PushesNothing() =>
        Assert.Equal(0x40, Assert.Single(_adapter.Encode(new PanelCommand.Blank(), Face(2, 1), ("push", "off")))[0]);

    [Theory]
    [InlineData("ddp", Effect.Static, false)]
    [InlineData("ddp", Effect.MoveLeft, false)]
    [InlineData("ddp", Effect.Static, true)]
    [InlineData("wled", Effect.Static, false)]
    [InlineData("wled", Effect.MoveLeft, false)]
    [InlineData("wled", Effect.Static, true)]
    public void Encode_WhenAShow_RefusesItInTheWordsOfTheConversation(string protocol, Effect effect, bool keep)
    {
        (IPanelAdapter adapter, DeviceProfile model) = protocol == "ddp" ? ((IPanelAdapter)_adapter, Matrix) : (new WledAdapter(), TestDisplays.Wled);
        var show = Show(Face(2, 1), RedGreen, effect);
        Assert.All((PanelCommand[])[new PanelCommand.LoadPages(show, keep), new PanelCommand.StoreShow(show, [])], command =>
        {
            var refused = Assert.Throws<NotSupportedException>(() => adapter.Encode(command, model, Face(2, 1), new Dictionary<string, string>()));
            var answered = Assert.IsType<DialogueStep.Done>(adapter.Begin(command, model, Face(2, 1)).Start(LineHistory.Unknown));
            Assert.Equal((PanelOutcome.Unsupported, Words.Streamed.With(model.Id)), (answered.Outcome, answered.Detail));
            Assert.Equal(answered.Detail, refused.Message);
        });
    }

    [Fact]
    public void Encode_WhenAskedForTheStatus_IsTheQueryOfTheDocument() => Assert.Equal(
        ByteVector.Named("ddp", "status-query").Bytes,
        Assert.Single(_adapter.Encode(new PanelCommand.ReadStatus(), Telling, Face(2, 1), new Dictionary<string, string>())));

    [Theory]
    [InlineData("seq", "16")]
    [InlineData("seq", "-1")]
    [InlineData("timecode", "123")]
    [InlineData("push", "yes")]
    [InlineData("id", "0")]
    [InlineData("id", "256")]
    [InlineData("offset", "4294967296")]
    [InlineData("type", "4B")]
    [InlineData("area", "1")]
    public void Encode_WhenAFieldIsWrong_SaysWhatItTakes(string name, string value) =>
        Assert.Contains(name, Assert.Throws<FormatException>(() => _adapter.Encode(new PanelCommand.Blank(), Face(2, 1), (name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Encode_WhenAFieldIsNotInTheQuery_SaysSo() => Assert.Throws<FormatException>(
        () => _adapter.Encode(new PanelCommand.Ping(), Telling, Face(2, 1), new Dictionary<string, string> { ["push"] = "off" }));

    [Fact]
    public void Validate_WhenTheModelIsRight_HasNothingToSay() => Assert.All([Matrix, Telling], profile => Assert.Empty(_adapter.Validate(profile)));

    [Fact]
    public void Validate_WhenEverythingIsWrong_SaysAllOfIt()
    {
        var wrong = Matrix with
        {
            Delivery = [DeliveryKind.Pages],
            Colours = [ColourAbility.Single],
            Links = [new LinkDefaults("tcp", 4048)],
            Control = new LinkDefaults("http", 80),
            Packets = new PacketLimits(1455, null, EvidenceLevel.Derived),
            Capabilities = new ProfileCapabilities(true, true, true, true, true, true, true),
            Settings = new Dictionary<string, string> { ["timecode"] = "maybe", ["shows"] = "late", ["id"] = "0", ["address"] = "1" },
        };
        Assert.Equal(14, _adapter.Validate(wrong).Count());
    }

    [Theory]
    [InlineData(ColourAbility.Single, 1)]
    [InlineData(ColourAbility.Dual, 1)]
    [InlineData(ColourAbility.Seven, 1)]
    [InlineData(ColourAbility.Full, 0)]
    public void Complaints_WhenTheFaceIsNotFullColour_HasOne(ColourAbility colour, int complaints) =>
        Assert.Equal(complaints, _adapter.Complaints(Matrix, new PanelFace(new PixelSize(8, 8), colour)).Count());
}
