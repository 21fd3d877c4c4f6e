using System.Globalization;
using System.Text;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Colorlight;
using static Signage.Protocols.Tests.Vendors.Colorlight.ScriptedPlayer;

namespace Signage.Protocols.Tests.Vendors.Colorlight;

/// <summary>All but the show: dark, power, brightness, clock, what the player says of itself, its picture.</summary>
public sealed class PlayerCommandTests
{
    public static TheoryData<PanelCommand> Everything =>
    [
        new PanelCommand.LoadPages(TestPlayers.Show(Face, PixelFrame.ParseRgb("RGBY\n...."))), new PanelCommand.Blank(), new PanelCommand.Ping(),
        new PanelCommand.ReadStatus(), new PanelCommand.SetPower(true), new PanelCommand.SetPower(false), new PanelCommand.SetBrightness(50),
        new PanelCommand.SetClock(DateTimeOffset.UnixEpoch), new PanelCommand.ReadPixels(),
    ];

    [Fact]
    public void Blank_WhenThePlayerSaysThatItSleeps_IsDark()
    {
        var player = new ScriptedPlayer(request => request.Method == "GET" ? Vector("power-state-asleep-answer") : Yes());
        var done = player.Talk(new PanelCommand.Blank());
        Assert.Equal((PanelOutcome.Accepted, false), (done.Outcome, done.Reading!.PoweredOn));
        Assert.Equal(["POST /api/action", "GET /api/powerstatus.json"], player.Heard);
        Assert.Equal(Bytes("sleep-question"), player.Requests[0].Body.ToArray());
    }

    [Fact]
    public void Blank_WhenThePlayerSaysThatItIsStillAwake_IsNotCalledDark()
    {
        var player = new ScriptedPlayer(request => request.Method == "GET" ? Vector("power-state-awake-answer") : Yes());
        var done = player.Talk(new PanelCommand.Blank());
        Assert.Equal(PanelOutcome.Busy, done.Outcome);
        Assert.Contains("still reports that it is lit", done.Detail, StringComparison.Ordinal);
        Assert.Equal(5, player.Heard.Count(ask => ask == "GET /api/powerstatus.json"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public void Blank_WhenTheStateIsRefused_IsNotCalledDark(int status) =>
        Assert.Equal(PanelOutcome.Busy, new ScriptedPlayer(request => request.Method == "GET" ? No(status) : Yes()).Talk(new PanelCommand.Blank()).Outcome);

    [Fact]
    public void Blank_WhenThereIsAScreenSwitch_UsesIt()
    {
        var player = new ScriptedPlayer(request => request.Method == "GET" ? Vector("screen-state-dark-answer") : Yes());
        Assert.Equal(PanelOutcome.Accepted, player.Talk(new PanelCommand.Blank(), TestPlayers.Newer).Outcome);
        Assert.Equal(["PUT /api/screenstatus", "GET /api/screenstatus.json"], player.Heard);
        Assert.Equal(Bytes("screen-off-question"), player.Requests[0].Body.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Blank_WhenTheScreenSwitchFails_PutsThePlayerToSleep(bool knowsIt)
    {
        var player = new ScriptedPlayer(request => request.Path switch
        {
            "/api/screenstatus" when !knowsIt => No(404),
            "/api/screenstatus.json" => Yes("""{"screenstatus":1}"""),
            "/api/powerstatus.json" => Vector("power-state-asleep-answer"),
            _ => Yes(),
        });
        Assert.Equal(PanelOutcome.Accepted, player.Talk(new PanelCommand.Blank(), TestPlayers.Newer).Outcome);
        Assert.Equal(["POST /api/action", "GET /api/powerstatus.json"], player.Heard.TakeLast(2));
    }

    [Fact]
    public void Power_WhenSwitchedOn_WakesThePlayerAndAsks()
    {
        var player = new ScriptedPlayer(request => request.Method == "GET" ? Vector("power-state-awake-answer") : Yes());
        var done = player.Talk(new PanelCommand.SetPower(true));
        Assert.Equal((PanelOutcome.Accepted, true), (done.Outcome, done.Reading!.PoweredOn));
        Assert.Equal(Bytes("wakeup-question"), player.Requests[0].Body.ToArray());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 128)]
    [InlineData(100, 255)]
    public void Brightness_WhenSetInPercent_IsSaidInTheScaleOfThePlayer(int percent, int level)
    {
        var player = new ScriptedPlayer(_ => Yes());
        Assert.Equal(PanelOutcome.Accepted, player.Talk(new PanelCommand.SetBrightness(percent)).Outcome);
        Assert.Equal($$"""{"brightness":{{level}}}""", Encoding.UTF8.GetString(player.Requests.Single().Body.Span));
        Assert.Equal(PanelOutcome.Unsupported, player.Talk(new PanelCommand.SetBrightness(101)).Outcome);
    }

    [Fact]
    public void Brightness_WhenTheValueIsThePublishedOne_GivesThePublishedBody()
    {
        var player = new ScriptedPlayer(_ => Yes());
        player.Talk(new PanelCommand.SetBrightness(60), TestPlayers.C4 with { Brightness = new(0, 100) });
        Assert.Equal(Bytes("brightness-question"), player.Requests.Single().Body.ToArray());
    }

    [Fact]
    public void Clock_WhenTheTimeIsThePublishedOne_GivesThePublishedBody()
    {
        var player = new ScriptedPlayer(_ => Yes());
        Assert.Equal(PanelOutcome.Accepted, player.Talk(new PanelCommand.SetClock(DateTimeOffset.Parse("2016-03-25T17:39:22+08:00", CultureInfo.InvariantCulture))).Outcome);
        Assert.Equal("PUT /api/rtc", player.Heard.Single());
        Assert.Equal(Bytes("clock-question"), player.Requests.Single().Body.ToArray());
    }

    [Fact]
    public void Clock_WhenTheZoneIsHalfAnHourOff_SaysTheFraction()
    {
        var player = new ScriptedPlayer(_ => Yes());
        player.Talk(new PanelCommand.SetClock(DateTimeOffset.Parse("2026-11-03T09:05:07-03:30", CultureInfo.InvariantCulture)));
        Assert.Equal(
            """{"time":"2026-11-3 09:05:07","timezone":-3.5,"isautotimezone":0,"isautotime":0}""", Encoding.UTF8.GetString(player.Requests.Single().Body.Span));
    }

    /// <summary>It answers in the form in which it is told; the document writes months and days without zeros.</summary>
    [Fact]
    public void Status_WhenItTellsItsTimeAsItIsTold_ReadsItLast()
    {
        var player = new ScriptedPlayer(request => request.Path == "/api/rtc.json" ? Vector("clock-question") : Published(request));
        Assert.Equal(new DateTime(2016, 3, 25, 17, 39, 22), player.Talk(new PanelCommand.ReadStatus()).Reading!.Clock);
        Assert.Equal("GET /api/rtc.json", player.Heard[^1]);
        Assert.DoesNotContain("GET /api/rtc.json", Heard(new PanelCommand.Ping()));

        static IReadOnlyList<string> Heard(PanelCommand command)
        {
            var other = new ScriptedPlayer(Published);
            other.Talk(command);
            return [.. other.Heard];
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"time\":\"\"}")]
    [InlineData("{\"time\":7}")]
    [InlineData("{\"time\":\"2016-13-25 17:39:22\",\"timezone\":8}")]
    [InlineData("[]")]
    [InlineData("never")]
    public void Status_WhenItsTimeMakesNoSense_HasNone(string body)
    {
        var done = new ScriptedPlayer(request => request.Path == "/api/rtc.json" ? Yes(body) : Published(request)).Talk(new PanelCommand.ReadStatus());
        Assert.Equal((PanelOutcome.Accepted, null), (done.Outcome, done.Reading!.Clock));
    }

    [Fact]
    public void Ping_WhenAnsweredAsPublished_TellsThePlayerItsFaceAndItsProgramme()
    {
        var done = new ScriptedPlayer(Published).Talk(new PanelCommand.Ping());
        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(PanelFace.Parse("256x128xrgb"), done.Reading!.Face);
        Assert.True(done.Reading.PoweredOn);
        var values = done.Reading.Values.ToDictionary();
        Assert.Equal(("c4", "1.64.6", "CLCC4000A008", "new.vsn", "lan"), (values["model"], values["version"], values["serial"], values["playing"], values["source"]));
    }

    [Fact]
    public void Status_WhenAnsweredAsPublished_TellsTheBrightnessToo()
    {
        var reading = new ScriptedPlayer(Published).Talk(new PanelCommand.ReadStatus()).Reading!;
        Assert.Equal(24, reading.BrightnessPercent);
        Assert.Equal(("60", "6000"), (reading.Values.ToDictionary()["brightness"], reading.Values.ToDictionary()["colourTemperature"]));
    }

    [Fact]
    public void Status_WhenOnlyTheFirstAnswerIsKnown_TellsThat()
    {
        var done = new ScriptedPlayer(request => request.Path == "/api/info.json" ? Vector("info-answer") : No(404)).Talk(new PanelCommand.ReadStatus());
        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Null(done.Reading!.Face);
        Assert.Null(done.Reading.PoweredOn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"info\":7}")]
    [InlineData("{\"info\":{\"model\":\"\\ud800\"}}")]
    [InlineData("<html>not a player</html>")]
    public void Ping_WhenTheAnswerMakesNoSense_SaysSo(string body)
    {
        var done = new ScriptedPlayer(_ => Yes(body)).Talk(new PanelCommand.Ping());
        Assert.Equal(PanelOutcome.Garbled, done.Outcome);
        Assert.Contains("/api/info.json", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Ping_WhenTheAnswerHoldsLineBreaksOrNeverEnds_TakesNoneOfThem()
    {
        var reading = new ScriptedPlayer(request => request.Path == "/api/info.json"
            ? Yes($$$"""{"info":{"model":"c4\r\nfake","vername":"{{{new string('x', 5_000)}}}"} }""") : No(404)).Talk(new PanelCommand.Ping()).Reading!;
        Assert.Equal([KeyValuePair.Create("model", "c4fake")], reading.Values);
    }

    [Fact]
    public void Screenshot_WhenItIsAPictureOfALitPlayer_IsHandedOnAsItIs()
    {
        var done = new ScriptedPlayer(request => request.Path == "/api/screenshot" ? Picture : Published(request)).Talk(new PanelCommand.ReadPixels());
        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(Png, done.Reading!.Screenshot.ToArray());
        Assert.Null(done.Reading.Pixels);
    }

    /// <summary>That the picture is black while nothing is lit is unproven, so the player is asked whether it is lit.</summary>
    [Theory]
    [InlineData("/api/powerstatus.json", """{"powerstatus":0}""")]
    [InlineData("/api/screenstatus.json", """{"screenstatus":0}""")]
    [InlineData("/api/brightnessandcolortemp.json", """{"brightness":0,"colortemp":6500}""")]
    public void Screenshot_WhenThePlayerSaysThatItIsDark_IsDarkness(string path, string state)
    {
        var player = new ScriptedPlayer(request => request.Path == path ? Yes(state) : request.Path == "/api/screenshot" ? Picture : Published(request));
        var done = player.Talk(new PanelCommand.ReadPixels(), TestPlayers.Newer);
        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(PixelFrame.Dark(Face.Size, Face.Layout), done.Reading!.Pixels);
    }

    [Theory]
    [InlineData("/api/powerstatus.json")]
    [InlineData("/api/brightnessandcolortemp.json")]
    public void Screenshot_WhenThePlayerDoesNotSayWhetherItIsLit_IsNotHandedOut(string path)
    {
        var done = new ScriptedPlayer(request => request.Path == path ? No(404) : request.Path == "/api/screenshot" ? Picture : Published(request))
            .Talk(new PanelCommand.ReadPixels());
        Assert.Equal((PanelOutcome.Accepted, null, true), (done.Outcome, done.Reading!.Pixels, done.Reading.Screenshot.IsEmpty));
        Assert.NotNull(done.Detail);
    }

    [Fact]
    public void Screenshot_WhenItIsNone_SaysSo() =>
        Assert.Equal(PanelOutcome.Garbled, new ScriptedPlayer(_ => Yes()).Talk(new PanelCommand.ReadPixels()).Outcome);

    /// <summary>What a player says of its network holds Wi-Fi passwords.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public void Any_WhenAsked_NeverAsksForTheNetwork(PanelCommand command)
    {
        var player = new ScriptedPlayer(Published);
        player.Talk(command);
        player.Talk(command, TestPlayers.Newer);
        Assert.NotEmpty(player.Heard);
        Assert.DoesNotContain(player.Heard, ask => ask.Contains("ifstatus", StringComparison.Ordinal) || ask.Contains("network", StringComparison.Ordinal));
    }

    /// <summary>The word of the first refusal for want of a password is the end, wherever it comes.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public void Any_WhenAPasswordIsWanted_SaysWhereItBelongs(PanelCommand command)
    {
        var player = new ScriptedPlayer(_ => No(401));
        var done = player.Talk(command, TestPlayers.Newer);
        Assert.Equal((PanelOutcome.Rejected, 1), (done.Outcome, player.Heard.Count));
        Assert.Contains("http://name:word@", done.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<PanelCommand> Foreign =>
        [new PanelCommand.DeleteAreas(null), new PanelCommand.ListStored(), new PanelCommand.ClearStored([]), new PanelCommand.ShowFrame(PixelFrame.Dark(Face.Size, Face.Layout), default)];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Any_WhenThePlayerHasNoWordForIt_SaysSo(PanelCommand command)
    {
        var done = new ScriptedPlayer(_ => Yes()).Talk(command);
        Assert.Equal(PanelOutcome.Unsupported, done.Outcome);
        Assert.Contains(command.GetType().Name, done.Detail, StringComparison.Ordinal);
    }

    private static WireAnswer.Reply Published(WireMessage.Request request) => request.Path switch
    {
        "/api/info.json" => Vector("info-answer"),
        "/api/dimension.json" => Vector("dimension-answer"),
        "/api/powerstatus.json" => Vector("power-state-awake-answer"),
        "/api/brightnessandcolortemp.json" => Vector("brightness-answer"),
        "/api/vsns.json" => Vector("programs-answer"),
        "/api/screenstatus.json" => Yes("""{"screenstatus":1}"""),
        _ => Yes(),
    };

    private static byte[] Png { get; } = [.. Convert.FromHexString("89504E470D0A1A0A0000000D49484452000001000000008008020000004CF6"), .. new byte[40]];

    private static WireAnswer.Reply Picture => new(200, "image/png", Png);

    private static byte[] Bytes(string vector) => ByteVector.Named("colorlight-player", vector).Body;

    private static WireAnswer.Reply Vector(string vector) => new(200, "application/json", Bytes(vector));
}
