using Signage.Core.Frames;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Faults;
using static Signage.Simulator.Tests.Cards.Awtrix.ClockTalk;

namespace Signage.Simulator.Tests.Cards.Awtrix;

/// <summary>After a show was loaded its pages are all that the clock lights, whatever was there before and whoever talks to it.</summary>
public sealed class AloneOnTheGlassTests
{
    public static TheoryData<string, string, string, string> Others
    {
        get
        {
            var others = new TheoryData<string, string, string, string>();
            foreach (var way in (string[])["mqtt", "http"])
            {
                others.Add(way, "an app", "custom/weather", """{"text":"rain"}""");
                others.Add(way, "an app whose name ours begin with", "custom/sig", """{"text":"rain"}""");
                others.Add(way, "an app without a name", "custom/", """{"text":"rain"}""");
                others.Add(way, "an app with blanks and marks", "custom/a b&c=d/e", """{"text":"rain"}""");
                others.Add(way, "a stored app", "custom/stored", """{"text":"rain","save":true}""");
                others.Add(way, "an app in front", "custom/first", """{"text":"rain","pos":1}""");
                others.Add(way, "a notification", "notify", """{"text":"door"}""");
                others.Add(way, "a held notification", "notify", """{"text":"door","hold":true}""");
                others.Add(way, "a moodlight", "moodlight", """{"brightness":170,"color":"#FF00FF"}""");
                others.Add(way, "an indicator", "indicator2", """{"color":[255,0,0]}""");
                others.Add(way, "an overlay", "settings", """{"OVERLAY":"snow"}""");
                others.Add(way, "no automatic change", "settings", """{"ATRANS":false}""");
                others.Add(way, "apps that stand for no time", "settings", """{"ATIME":0}""");
                others.Add(way, "a slow change", "settings", """{"TSPEED":2000,"TEFF":7}""");
            }

            return others;
        }
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenFreshFromTheFactory_LightsNothingElse(string way)
    {
        var talk = Over(way);
        var show = Show(1, 5, 2, 3);
        Assert.NotEqual(show.Digest, talk.Card.Read().Digest);
        Assert.Equal(PanelOutcome.Accepted, talk.Load(show, LineHistory.Unknown).Outcome);
        talk.ShowsNothingBut(show);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Load_WhenSomethingElseIsThere_TakesItAway(string way, string what, string name, string payload)
    {
        var talk = Over(way);
        talk.Other(name, payload);
        var show = Show(2, 4, 2);
        Assert.True(talk.Load(show, LineHistory.Unknown).Outcome == PanelOutcome.Accepted, what);
        talk.ShowsNothingBut(show);
        Assert.Empty(talk.Card.Read().Stored);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenNotificationsStandInARow_EndsThemAll(string way)
    {
        var talk = Over(way);
        for (var number = 0; number < 5; number++)
        {
            talk.Other("notify", """{"text":"door","hold":true}""");
        }

        Assert.Equal(PanelOutcome.Accepted, talk.Load(Show(1, 5)).Outcome);
        Assert.Equal(Show(1, 5).Loop[0].Picture, talk.Glass);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenAnotherShowIsThere_NeverLightsAnythingButTheTwo(string way)
    {
        var talk = Over(way);
        var (old, next) = (Show(1, 3, 3), Show(2, 4, 2, 2));
        talk.Load(old, LineHistory.Unknown);
        talk.Seen.Clear();
        Assert.Equal(PanelOutcome.Accepted, talk.Load(next).Outcome);
        PixelFrame[] approved = [.. old.Loop.Concat(next.Loop).Select(page => page.Picture)];
        Assert.All(talk.Seen, glass => Assert.Contains(glass, approved));
        talk.ShowsNothingBut(next);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenEveryPlaceIsTaken_MakesRoom(string way)
    {
        var talk = Over(way);
        var (old, next) = (Show(1, [.. Enumerable.Repeat(1, 20)]), Show(2, [.. Enumerable.Repeat(2, 20)]));
        Assert.Equal(PanelOutcome.Accepted, talk.Load(old, LineHistory.Unknown).Outcome);
        Assert.Equal(PanelOutcome.Accepted, talk.Load(next).Outcome);
        Assert.Equal(next.Digest, talk.Card.Read().Digest);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenPagesAreOutOfOrder_PutsThemRight(string way)
    {
        var talk = Over(way);
        var show = Show(1, 2, 2, 2);
        talk.Load(show, LineHistory.Unknown);
        talk.Other($"custom/signage-{show.Digest.Hex[..8]}-00", "");
        Assert.NotEqual(show.Digest, talk.Card.Read().Digest);
        Assert.Equal(PanelOutcome.Accepted, talk.Load(show).Outcome);
        talk.ShowsNothingBut(show);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenSaidAgain_WritesTheFlashNoMoreAndDoesNotDisturbTheLoop(string way)
    {
        var talk = Over(way);
        var show = Show(1, 20, 20);
        talk.Load(show, LineHistory.Unknown);

        // Seven settings of the factory differ from ours, and nothing else is kept.
        Assert.Equal(7, talk.Card.Read().FlashWrites);
        talk.Pass(15);
        var before = talk.Card.Read();
        Assert.Equal(PanelOutcome.Accepted, talk.Load(show, LineHistory.Unknown).Outcome);
        var after = talk.Card.Read();
        Assert.Equal(7, after.FlashWrites);
        Assert.Equal((before.SinceStart, before.Glass), (after.SinceStart, after.Glass));
    }

    /// <summary>A card on which nobody took the native apps away, nor made the change short, is not taken for one of ours.</summary>
    [Fact]
    public void Card_WhenOnlyThePagesWereSaid_ShowsTheTimeToo()
    {
        var talk = Over("mqtt");
        var show = Show(1, 5, 5);
        foreach (var packet in new Protocols.Vendors.Awtrix.AwtrixAdapter().Encode(new PanelCommand.LoadPages(show), Mqtt, Face, new Dictionary<string, string>()))
        {
            foreach (var message in new Protocols.Vendors.Awtrix.AwtrixAdapter().Messages(packet).OfType<WireMessage.Topic>().Where(topic => topic.Name.StartsWith("custom/", StringComparison.Ordinal)))
            {
                talk.Card.OnMessage(message);
            }
        }

        Assert.NotEqual(show.Digest, talk.Card.Read().Digest);
        var mixed = false;
        for (var step = 0; step < 600; step++)
        {
            talk.Pass(0.1);
            mixed |= !show.Loop.Any(page => page.Picture.Equals(talk.Glass));
        }

        Assert.True(mixed);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenThePowerWasCut_TheGlassStaysDarkUntilItIsSaidAgain(string way)
    {
        var talk = Over(way);
        var show = Show(1, 2, 2);
        talk.Load(show, LineHistory.Unknown);
        talk.Card.PowerCycle();
        Assert.True(talk.Glass.IsDark);
        talk.Pass(30);
        Assert.True(talk.Glass.IsDark);
        Assert.Equal(PanelOutcome.Accepted, talk.Load(show).Outcome);
        talk.ShowsNothingBut(show);
    }

    [Theory]
    [InlineData(FaultKind.Ignore)]
    [InlineData(FaultKind.Mute)]
    [InlineData(FaultKind.Rubbish)]
    [InlineData(FaultKind.Repeat)]
    [InlineData(FaultKind.Reboot)]
    public void Load_WhenAnySingleWordGoesWrong_EndsAloneOrSaysThatItIsNot(FaultKind fault)
    {
        foreach (var way in (string[])["mqtt", "http"])
        {
            for (var from = 1; from <= 24; from++)
            {
                var talk = Over(way, new PacketFault(fault, from, Times: 1));
                var show = Show(1, 2, 2, 2);
                var outcome = talk.Load(show, LineHistory.Unknown).Outcome;
                Assert.True(outcome == PanelOutcome.Accepted, $"{fault} {from} over {way}: {outcome}");

                // What was lost after the last look is found at the next sending.
                Assert.Equal(PanelOutcome.Accepted, talk.Load(show, LineHistory.Unknown).Outcome);
                talk.ShowsNothingBut(show);
            }
        }
    }

    [Fact]
    public void Load_WhenNobodyIsThere_SaysSo()
    {
        var talk = Over("mqtt", new PacketFault(FaultKind.Ignore));
        Assert.Equal(PanelOutcome.NoAnswer, talk.Load(Show(1, 5)).Outcome);
        Assert.Equal(3, talk.Said.OfType<WireMessage.Topic>().Count(topic => topic.Name == "sendscreen"));
        Assert.Equal(PanelOutcome.NoAnswer, Over("http", new PacketFault(FaultKind.Ignore)).Load(Show(1, 5)).Outcome);
    }

    [Theory]
    [MemberData(nameof(Ways), MemberType = typeof(ClockTalk))]
    public void Load_WhenOnlyRubbishComes_SaysSo(string way) =>
        Assert.Equal(PanelOutcome.Garbled, Over(way, new PacketFault(FaultKind.Rubbish)).Load(Show(1, 5)).Outcome);

    [Fact]
    public void Load_WhenTheClockHasNoRoom_IsBusyAndNamesThePage()
    {
        var talk = Over("http", new PacketFault(FaultKind.Refuse, From: 5, Times: 1));
        var done = talk.Load(Show(1, 5), LineHistory.Unknown);
        Assert.Equal(PanelOutcome.Busy, done.Outcome);
        Assert.Contains("signage-", done.Detail, StringComparison.Ordinal);
    }
}
