using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using static Signage.Simulator.Tests.Cards.Awtrix.ClockTalk;

namespace Signage.Simulator.Tests.Cards.Awtrix;

/// <summary>Darkness comes with the first word, stays, and is told truly.</summary>
public sealed class DarkClockTests
{
    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Blank_WhenAShowIsLit_IsDarkFromItsFirstWordOn(string way)
    {
        var talk = Over(way);
        talk.Load(Show(1, 3, 3), LineHistory.Unknown);
        Assert.False(talk.Glass.IsDark);
        talk.Seen.Clear();
        Assert.Equal(PanelOutcome.Accepted, talk.Ask(new PanelCommand.Blank()).Outcome);
        Assert.All(talk.Seen, glass => Assert.True(glass.IsDark));
        Assert.True(Assert.Single(talk.Card.Read().Pages).Picture.IsDark);
    }

    [Theory]
    [InlineData("custom/weather", """{"text":"rain"}""")]
    [InlineData("notify", """{"text":"door"}""")]
    [InlineData("notify", """{"text":"door","wakeup":true,"hold":true}""")]
    [InlineData("switch", """{"name":"Time"}""")]
    [InlineData("nextapp", "")]
    public void Blank_WhenOthersGoOnTalking_StaysDark(string name, string payload)
    {
        var talk = Over("mqtt");
        talk.Ask(new PanelCommand.Blank(), LineHistory.Unknown);
        talk.Other(name, payload);
        for (var second = 0; second < 120; second++)
        {
            talk.Pass(1);
            Assert.True(talk.Glass.IsDark);
        }
    }

    /// <summary>What takes the place of our notification, or ends it, cannot be kept away; saying it again puts it right.</summary>
    [Theory]
    [InlineData("notify", """{"text":"door","stack":false,"hold":true}""")]
    [InlineData("moodlight", """{"color":"#FFFFFF"}""")]
    [InlineData("indicator1", """{"color":"#FFFFFF"}""")]
    public void Blank_WhenOthersBreakIt_IsDarkAgainAfterTheNextSending(string name, string payload)
    {
        foreach (var way in (string[])["mqtt", "http"])
        {
            var talk = Over(way);
            talk.Ask(new PanelCommand.Blank(), LineHistory.Unknown);
            talk.Other(name, payload);
            Assert.False(talk.Glass.IsDark);
            Assert.Equal(PanelOutcome.Accepted, talk.Ask(new PanelCommand.Blank()).Outcome);
            Assert.True(talk.Glass.IsDark);
        }
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenBlankedBefore_LightsAgain(string way)
    {
        var talk = Over(way);
        var show = Show(1, 3, 3);
        talk.Load(show, LineHistory.Unknown);
        talk.Ask(new PanelCommand.Blank());
        Assert.Equal(PanelOutcome.Accepted, talk.Load(show).Outcome);
        talk.ShowsNothingBut(show);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void ReadPixels_WhenLit_AreThePage(string way)
    {
        var talk = Over(way);
        talk.Load(Show(1, 30), LineHistory.Unknown);
        talk.Pass(11);
        var done = talk.Ask(new PanelCommand.ReadPixels());
        Assert.Equal(Show(1, 30).Loop[0].Picture, done.Reading!.Pixels);
        Assert.True(done.Reading.PoweredOn);
        Assert.Equal(Face, done.Reading.Face);
    }

    [Theory]
    [InlineData("mqtt", "settings", """{"MATP":false}""")]
    [InlineData("http", "settings", """{"MATP":false}""")]
    [InlineData("mqtt", "settings", """{"BRI":0}""")]
    [InlineData("http", "settings", """{"BRI":0}""")]
    [InlineData("http", "power", """{"power":false}""")]
    public void ReadPixels_WhenTheLedsAreOff_AreDarkAlthoughTheClockTellsThePage(string way, string name, string payload)
    {
        var talk = Over(way);
        talk.Load(Show(1, 30), LineHistory.Unknown);
        talk.Other(name, payload);
        talk.Pass(11);
        Assert.True(talk.Glass.IsDark);
        Assert.True(talk.Ask(new PanelCommand.ReadPixels()).Reading!.Pixels!.IsDark);
    }

    [Fact]
    public void Ping_WhenAsked_SaysWhatEachWayCanKnow()
    {
        var http = Over("http").Ask(new PanelCommand.Ping());
        Assert.Equal(PanelOutcome.Accepted, http.Outcome);
        Assert.True(http.Reading!.PoweredOn);
        Assert.Equal(47, http.Reading.BrightnessPercent);
        Assert.Contains(http.Reading.Values, value => value is { Key: "version", Value: "0.98" });
        var mqtt = Over("mqtt").Ask(new PanelCommand.Ping());
        Assert.Equal(Face, mqtt.Reading!.Face);
        Assert.Null(mqtt.Reading.PoweredOn);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void ReadStatus_WhenItsTimeHasCome_TellsPowerAndBrightness(string way)
    {
        var talk = Over(way);
        talk.Ask(new PanelCommand.SetBrightness(100));
        talk.Ask(new PanelCommand.SetPower(false));
        talk.Pass(10);
        var reading = talk.Ask(new PanelCommand.ReadStatus()).Reading!;
        Assert.False(reading.PoweredOn);
        Assert.Equal(100, reading.BrightnessPercent);
        Assert.Equal(way == "http" ? PanelOutcome.Accepted : PanelOutcome.SentUnverified, talk.Ask(new PanelCommand.SetPower(true)).Outcome);
        Assert.True(talk.Card.Read().PoweredOn);
    }

    [Fact]
    public void SetBrightness_WhenItIsSoAlready_IsNotWrittenOverHttp()
    {
        var talk = Over("http");
        talk.Ask(new PanelCommand.SetBrightness(60));
        var writes = talk.Card.Read().FlashWrites;
        var said = talk.Said.Count;
        Assert.Equal(PanelOutcome.Accepted, talk.Ask(new PanelCommand.SetBrightness(60)).Outcome);
        Assert.Equal(said + 1, talk.Said.Count);
        Assert.Equal(writes, talk.Card.Read().FlashWrites);
        Assert.Equal(153, talk.Card.Read().Brightness);
    }
}
