using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;
using Signage.Simulator.Faults;
using Signage.Simulator.Tests.Cards.Ddp;
using static Signage.Simulator.Tests.Cards.Ddp.TestDisplay;

namespace Signage.Simulator.Tests.Cards.Wled;

/// <summary>A WLED controller lights a stream as long as it comes, and answers JSON as its firmware does.</summary>
public sealed class WledCardTests
{
    private static readonly PanelFace Small = Face(2, 1);
    private static readonly PixelFrame Own = PixelFrame.Create(Small.Size, PixelLayout.Rgb, 0, (cells, _) => new byte[] { 255, 160, 0, 255, 160, 0 }.CopyTo(cells));
    private static readonly PixelFrame RedGreen = PixelFrame.ParseRgb("RG");

    private readonly IMessageCard _card = Held(Card(TestDisplay.Wled, Small));

    [Fact]
    public void Start_WhenNobodySends_LightsItsOwnPicture()
    {
        var reading = _card.Read();
        Assert.Equal((Own, true, 128, null), (reading.Glass, reading.PoweredOn, reading.Brightness, reading.Stamp));
    }

    [Fact]
    public void Stream_WhenItComes_IsLitUntilTwoAndAHalfSecondsAfterTheLastPacket()
    {
        _card.Hear(Packets(RedGreen, 0, 77));
        Assert.Equal((RedGreen, new FrameStamp(77)), (_card.Read().Glass, _card.Read().Stamp));
        _card.Clock.Advance(TimeSpan.FromMilliseconds(2499));
        Assert.Equal(("DDP", true), (Info("lm"), (bool)Get("/json/info")["live"]!));
        _card.Hear(Packets(RedGreen, 1, 78));
        _card.Clock.Advance(TimeSpan.FromMilliseconds(2499));
        Assert.Equal(RedGreen, _card.Read().Glass);
        _card.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((Own, null), (_card.Read().Glass, _card.Read().Stamp));
        Assert.Equal(("", false), (Info("lm"), (bool)Get("/json/info")["live"]!));
    }

    [Fact]
    public void Stream_WhenItBeginsAgain_StartsFromBlackAndLightsAtOnceUntilAPush()
    {
        _card.Hear(Packets(RedGreen, 0));
        _card.Clock.Advance(TimeSpan.FromSeconds(3));
        _card.Hear("40010B010000000300030000FF");
        Assert.Equal(PixelFrame.ParseRgb(".B"), _card.Read().Glass);
    }

    [Fact]
    public void Stream_WhenNoPushHasComeYet_LightsEachPacketAtOnce_AndFromThenOnWaits()
    {
        _card.Hear("40010B01000000000003FF0000");
        Assert.Equal(PixelFrame.ParseRgb("R."), _card.Read().Glass);
        _card.Hear("41020B0100000003000300FF00");
        _card.Hear("40030B010000000000030000FF");
        Assert.Equal(RedGreen, _card.Read().Glass);
    }

    [Fact]
    public void Stream_WhenAPacketIsRepeated_TakesItAgain()
    {
        _card.Hear(Packets(RedGreen, 0));
        _card.Hear(Packets(PixelFrame.ParseRgb("BB"), 15));
        Assert.Equal(PixelFrame.ParseRgb("BB"), _card.Read().Glass);
    }

    [Fact]
    public void Stream_WhenTheLedsAreOff_LightsThemAllTheSame_AndLeavesThemOffAfterwards()
    {
        Post("/json/state", """{"on":false}""");
        Assert.Equal((true, false), (_card.Read().Glass.IsDark, _card.Read().PoweredOn));
        _card.Hear(Packets(RedGreen, 0));
        Assert.Equal((RedGreen, true), (_card.Read().Glass, _card.Read().PoweredOn));
        _card.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal((true, false), (_card.Read().Glass.IsDark, _card.Read().PoweredOn));
    }

    [Fact]
    public void Stream_WhenTheLedsAreSwitchedOffMeanwhile_StaysDarkUntilTheNextStream()
    {
        _card.Hear(Packets(RedGreen, 0));
        Post("/json/state", """{"on":false}""");
        _card.Hear(Packets(RedGreen, 1));
        Assert.True(_card.Read().Glass.IsDark);
        _card.Clock.Advance(TimeSpan.FromSeconds(3));
        _card.Hear(Packets(RedGreen, 2));
        Assert.Equal(RedGreen, _card.Read().Glass);
    }

    [Fact]
    public void Stream_WhenItIsDark_IsTheBlankThatHolds()
    {
        _card.Hear(Packets(PixelFrame.Dark(Small.Size, PixelLayout.Rgb), 0));
        Assert.True(_card.Read().Glass.IsDark);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Override_WhenSet_HidesTheStreamThatStaysLive(int lor)
    {
        Post("/json/state", $$"""{"lor":{{lor}}}""");
        _card.Hear(Packets(RedGreen, 0));
        Assert.Equal((Own, "DDP", lor), (_card.Read().Glass, Info("lm"), (int)Get("/json/state")["lor"]!));
        _card.Clock.Advance(TimeSpan.FromSeconds(3));
        _card.Hear(Packets(RedGreen, 1));
        Assert.Equal(lor == 1 ? RedGreen : Own, _card.Read().Glass);
    }

    [Fact]
    public void Live_WhenSetByJson_StaysUntilItIsTakenBack()
    {
        Post("/json", """{"live":true}""");
        _card.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(_card.Read().Glass.IsDark);
        Post("/json", """{"live":false}""");
        Assert.Equal(Own, _card.Read().Glass);
    }

    [Theory]
    [InlineData("""{"bri":40}""", true, 40)]
    [InlineData("""{"bri":0}""", false, 128)]
    [InlineData("""{"on":false}""", false, 128)]
    [InlineData("""{"on":"t"}""", false, 128)]
    [InlineData("""{"on":false,"bri":40}""", false, 40)]
    [InlineData("""{"bri":300}""", true, 128)]
    [InlineData("""{"bri":-1}""", true, 128)]
    [InlineData("""{"on":1,"bri":"x"}""", true, 128)]
    [InlineData("{}", true, 128)]
    public void State_WhenPosted_IsAndReads(string change, bool isOn, int brightness)
    {
        Assert.Equal("""{"success":true}""", Post("/json/state", change).ToJsonString());
        var (reading, state) = (_card.Read(), Get("/json/state"));
        Assert.Equal((isOn, brightness), (reading.PoweredOn, reading.Brightness));
        Assert.Equal((isOn, brightness), ((bool)state["on"]!, (int)state["bri"]!));
    }

    [Fact]
    public void State_WhenBrightnessComesWhileOff_SwitchesOn()
    {
        Post("/json/state", """{"on":false}""");
        Post("/json/state", """{"bri":7}""");
        Assert.Equal((true, 7), (_card.Read().PoweredOn, _card.Read().Brightness));
    }

    [Fact]
    public void State_WhenItIsAskedForWithTheChange_ComesBackWhole()
    {
        Assert.Equal(9, (int)Post("/json/state", """{"bri":9,"v":true}""")["bri"]!);
        Assert.Equal(8, (int)Post("/json", """{"bri":8,"v":true}""")["state"]!["bri"]!);
    }

    [Theory]
    [InlineData("GET", "/json/nothing", 501, """{"error":4}""")]
    [InlineData("GET", "/json/cfg", 501, """{"error":4}""")]
    [InlineData("DELETE", "/json/state", 501, """{"error":4}""")]
    [InlineData("GET", "/", 404, "Not found")]
    [InlineData("GET", "/win", 404, "Not found")]
    public void Request_WhenNothingIsThere_IsAnsweredAsTheFirmwareDoes(string method, string path, int status, string body)
    {
        var reply = Ask(new WireMessage.Request(method, path, null, ReadOnlyMemory<byte>.Empty));
        Assert.Equal((status, body), (reply.Status, Encoding.UTF8.GetString(reply.Body.Span)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("true")]
    public void State_WhenTheBodyIsNoObject_IsRefused(string body)
    {
        var reply = Ask(new WireMessage.Request("POST", "/json/state", "application/json", Encoding.UTF8.GetBytes(body)));
        Assert.Equal((400, """{"error":9}"""), (reply.Status, Encoding.UTF8.GetString(reply.Body.Span)));
    }

    [Fact]
    public void Info_WhenAsked_TellsTheMatrix()
    {
        var leds = Get("/json/si")["info"]!["leds"]!;
        Assert.Equal((2, 1, 2), ((int)leds["matrix"]!["w"]!, (int)leds["matrix"]!["h"]!, (int)leds["count"]!));
    }

    [Fact]
    public void Query_WhenAskedByDdp_IsNotAnswered()
    {
        Assert.Empty(_card.Hear("420000FB000000000000"));
        Assert.Equal((Own, 1), (_card.Read().Glass, _card.Read().PacketsRefused));
    }

    [Fact]
    public void Power_WhenItGoesAndComes_IsAtItsDefaultAgain()
    {
        Post("/json/state", """{"on":false,"bri":3}""");
        _card.CutPower();
        Assert.Empty(_card.OnMessage(WireMessage.Request.Get("/json")));
        Assert.True(_card.Read().Glass.IsDark);
        _card.RestorePower();
        Assert.Equal((Own, 128), (_card.Read().Glass, _card.Read().Brightness));
    }

    [Fact]
    public void Restart_WhenToldByJson_AnswersFirst()
    {
        Post("/json/state", """{"on":false}""");
        Post("/json/state", """{"rb":true}""");
        Assert.Equal(Own, _card.Read().Glass);
    }

    [Theory]
    [InlineData(FaultKind.Ignore, null)]
    [InlineData(FaultKind.Mute, null)]
    [InlineData(FaultKind.Refuse, 503)]
    [InlineData(FaultKind.Rubbish, 200)]
    public void Fault_WhenPlanned_HappensToARequest(FaultKind fault, int? status)
    {
        var card = Card(TestDisplay.Wled, Small, new FaultPlan(Packets: [new PacketFault(fault)]));
        Assert.Equal(status, card.OnMessage(WireMessage.Request.Get("/json/info")).OfType<WireAnswer.Reply>().FirstOrDefault()?.Status);
    }

    [Fact]
    public void OnMessage_WhenAnyRequest_AnswersOnce() => Gen.Select(Gen.OneOf<string>("GET", "POST", "PUT"), Gen.OneOf<string>("/json", "/json/state", "/json/x", "/", "//?"), Gen.Byte.Array[0, 40]).Sample(
        (method, path, body) => Assert.Single(Card(TestDisplay.Wled, Small).OnMessage(new WireMessage.Request(method, path, null, body))), iter: 3_000);

    // The clock of the card stands still until a test moves it.
    private static IMessageCard Held(IMessageCard card)
    {
        card.Clock.Hold();
        return card;
    }

    private string Info(string member) => (string)Get("/json/info")[member]!;

    private JsonNode Get(string path) => Read(Ask(WireMessage.Request.Get(path)));

    private JsonNode Post(string path, string body) => Read(Ask(new WireMessage.Request("POST", path, "application/json", Encoding.UTF8.GetBytes(body))));

    private WireAnswer.Reply Ask(WireMessage.Request request) => Assert.IsType<WireAnswer.Reply>(Assert.Single(_card.OnMessage(request)));

    private static JsonNode Read(WireAnswer.Reply reply)
    {
        Assert.Equal((200, "application/json"), (reply.Status, reply.ContentType));
        return JsonNode.Parse(reply.Body.Span)!;
    }
}
