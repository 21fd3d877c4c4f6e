using System.Text;
using Signage.Protocols.Dialogues;
using static Signage.Simulator.Tests.Cards.Awtrix.ClockTalk;

namespace Signage.Simulator.Tests.Cards.Awtrix;

/// <summary>The simulated clock keeps to what its firmware does, also where that is odd.</summary>
public sealed class AwtrixCardTests
{
    private const string Red = """{"draw":[{"db":[0,0,2,1,[16711680,65280]]}],"duration":20,"lifetime":3600,"noScroll":true}""";

    [Fact]
    public void Custom_WhenTheWorkedExample_LightsItsTwoPixels()
    {
        var talk = Over("mqtt");
        talk.Other("custom/", "");
        talk.Other("custom/notice", Red);
        Assert.Equal((255, 0, 0), (talk.Glass[0, 0].R, talk.Glass[0, 0].G, talk.Glass[0, 0].B));
        Assert.Equal((0, 255, 0), (talk.Glass[1, 0].R, talk.Glass[1, 0].G, talk.Glass[1, 0].B));
        Assert.Equal(TimeSpan.FromSeconds(20), Assert.Single(talk.Card.Read().Pages).Stay);
    }

    [Theory]
    [InlineData("""{"draw":[{"db":[0,0,2,1,[1,2,3]]}]}""")]
    [InlineData("""{"draw":[{"db":[0,0,2,1,[1]]}]}""")]
    [InlineData("""{"draw":[{"db":[0,0,2,1,[1,16777216]]}]}""")]
    [InlineData("""{"draw":[{"db":[0,0,2,1,[1,-1]]}]}""")]
    [InlineData("""{"draw":[{"db":[0,0,2,1,[1,"2"]]}]}""")]
    [InlineData("""{"draw":[{"db":[0,0,2,1]}]}""")]
    [InlineData("""{"draw":[{"db":[0,-1,1,1,[1]]}]}""")]
    [InlineData("""{"draw":[{"zz":[0]}]}""")]
    [InlineData("""{"draw":{"db":[0,0,1,1,[1]]}}""")]
    [InlineData("""{"draw":[{"db":[0,0,1,1,[1]]}""")]
    [InlineData("""{"background":"red"}""")]
    [InlineData("[1]")]
    public void Custom_WhenItMakesNoSense_IsRefused(string payload)
    {
        var talk = Over("http");
        var reply = Assert.IsType<WireAnswer.Reply>(Assert.Single(
            talk.Card.OnMessage(new WireMessage.Request("POST", "/api/custom?name=a", "application/json", Encoding.UTF8.GetBytes(payload)))));
        Assert.Equal((500, "ErrorParsingJson"), (reply.Status, Encoding.UTF8.GetString(reply.Body.Span)));
        Assert.Equal(1, talk.Card.Read().PacketsRefused);
        Assert.DoesNotContain(talk.Card.Read().Pages, page => page.Stay == TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Due_WhenTenSecondsHavePassed_TellsTheStateOnce()
    {
        var card = Over("mqtt").Card;
        card.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Empty(card.Due());
        card.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var told = Assert.IsType<WireAnswer.Topic>(Assert.Single(card.Due()));
        Assert.Equal("stats", told.Name);
        Assert.Contains("\"uptime\":10", Encoding.UTF8.GetString(told.Payload.Span), StringComparison.Ordinal);
        Assert.Empty(card.Due());
        card.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Single(card.Due());
    }

    [Fact]
    public void Due_WhenAWordHasBroughtTheStateAlready_SaysNothingTwice()
    {
        var card = Over("mqtt").Card;
        card.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["stats", "screen"], card.OnMessage(new WireMessage.Topic("sendscreen", default)).Cast<WireAnswer.Topic>().Select(told => told.Name));
        Assert.Empty(card.Due());
    }

    [Fact]
    public void Due_WhenThePowerIsGone_SaysNothing()
    {
        var card = Over("mqtt").Card;
        card.CutPower();
        card.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(card.Due());
        card.RestorePower();
        Assert.Empty(card.Due());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Custom_WhenAnArrayOfWholePages_HasRoomForOne(int pages, bool taken)
    {
        var page = $$"""{"draw":[{"db":[0,0,32,8,[{{string.Join(',', Enumerable.Repeat(0, 256))}}]]}],"duration":20}""";
        var talk = Over("mqtt");
        talk.Other("custom/a", $"[{string.Join(',', Enumerable.Repeat(page, pages))}]");
        Assert.Equal(taken, talk.Card.Read().Pages.Any(shown => shown.Stay == TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Custom_WhenLargerThanTheBuffer_IsPassedOver()
    {
        var talk = Over("mqtt");
        talk.Other("custom/a", $$"""{"duration":20{{new string(' ', 8200)}}}""");
        Assert.DoesNotContain(talk.Card.Read().Pages, page => page.Stay == TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Custom_WhenTwentyAreThere_TakesNoMore()
    {
        var talk = Over("mqtt");
        talk.Other("custom/", "");
        for (var number = 0; number < 25; number++)
        {
            talk.Other($"custom/a{number}", Red);
        }

        Assert.Equal(20, talk.Card.Read().Pages.Count);
    }

    [Fact]
    public void Delete_WhenTheNameIsABeginning_TakesAllThatBeginSo()
    {
        var talk = Over("mqtt");
        talk.Other("custom/a1", Red);
        talk.Other("custom/a2", Red);
        talk.Other("custom/b", Red);
        var told = Assert.IsType<WireAnswer.Topic>(Assert.Single(talk.Card.OnMessage(new WireMessage.Topic("custom/a", default))));
        Assert.Equal(("stats/loop", """{"Time":0,"Temperature":1,"Humidity":2,"Battery":3,"b":4}"""), (told.Name, Encoding.UTF8.GetString(told.Payload.Span)));
    }

    /// <summary>The firmware looks at lifetimes only when the loop moves, and then at the next app: the last page of a lost controller stays.</summary>
    [Fact]
    public void Lifetime_WhenTheControllerIsGone_TakesAllPagesButTheLast()
    {
        var talk = Over("mqtt");
        var show = Show(1, 10, 10, 10);
        talk.Load(show, LineHistory.Unknown);
        talk.Pass(170);
        Assert.Equal(3, talk.Card.Read().Pages.Count);
        talk.Pass(60);
        Assert.Single(talk.Card.Read().Pages);
        talk.Pass(100_000);
        Assert.Single(talk.Card.Read().Pages);
        Assert.Equal(PanelOutcome.Accepted, talk.Load(show).Outcome);
        talk.ShowsNothingBut(show);
    }

    [Fact]
    public void NativeApps_WhenTheirSettingIsOff_StayUntilTheNextStart()
    {
        var talk = Over("mqtt");
        talk.Other("settings", """{"TIM":false,"TEMP":false,"HUM":false,"BAT":false}""");
        Assert.Equal(4, talk.Card.Read().Pages.Count);
        talk.Card.PowerCycle();
        Assert.Empty(talk.Card.Read().Pages);
        Assert.Equal(4, talk.Card.Read().FlashWrites);
    }

    /// <summary>The firmware divides by the length of its loop when it was emptied in the middle of a change, and starts anew.</summary>
    [Fact]
    public void Delete_WhenEverythingGoesInTheMiddleOfAChange_RestartsTheClock()
    {
        var talk = Over("mqtt");
        talk.Pass(7.2);
        talk.Other("custom/", "");
        Assert.Equal(4, talk.Card.Read().Pages.Count);
    }

    [Fact]
    public void Delete_WhenAppsStandLongerThanTheUsualTime_EndsTheOneThatStands()
    {
        var talk = Over("mqtt");
        talk.Load(Show(1, 20, 20), LineHistory.Unknown);
        talk.Other("settings", """{"ATIME":7}""");
        talk.Pass(10);
        var before = talk.Glass;
        talk.Other("custom/nobody", "");
        Assert.NotEqual(before, talk.Glass);
    }

    [Theory]
    [InlineData("GET", "/api/loop", 200)]
    [InlineData("GET", "/api/settings", 200)]
    [InlineData("GET", "/version", 200)]
    [InlineData("POST", "/api/power", 200)]
    [InlineData("POST", "/api/switch", 500)]
    [InlineData("GET", "/api/power", 404)]
    [InlineData("GET", "/api/custom?name=a", 404)]
    [InlineData("POST", "/api/erased", 404)]
    [InlineData("GET", "/", 404)]
    public void Request_WhenSent_IsAnsweredAsTheWebServerDoes(string method, string path, int status) =>
        Assert.Equal(status, Assert.IsType<WireAnswer.Reply>(Assert.Single(Over("http").Card.OnMessage(new WireMessage.Request(method, path, null, default)))).Status);

    [Fact]
    public void Message_WhenThePowerIsCut_IsNotHeard()
    {
        var talk = Over("http");
        talk.Card.CutPower();
        Assert.Empty(talk.Card.OnMessage(WireMessage.Request.Get("/api/stats")));
        Assert.True(talk.Glass.IsDark);
        talk.Card.RestorePower();
        Assert.Single(talk.Card.OnMessage(WireMessage.Request.Get("/api/stats")));
    }
}
