using System.Globalization;
using System.Text;
using Signage.Core.Frames;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix;
using static Signage.Protocols.Tests.Vendors.Awtrix.TestClocks;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>What the conversation makes of single answers; whole conversations with a simulated clock stand in Signage.Simulator.Tests.</summary>
public sealed class AwtrixDialogueTests
{
    /// <summary>Over a broker there is no line to look after: what helps is the prefix, and whether the clock uses the same broker.</summary>
    [Theory]
    [InlineData(true, "its prefix the end of the endpoint")]
    [InlineData(false, "check power, network and address")]
    public void Ping_WhenTheClockIsSilent_SaysWhatToLookAfterOnThatLink(bool mqtt, string words)
    {
        var dialogue = Begin(mqtt ? Mqtt : Http, new PanelCommand.Ping());
        var step = dialogue.Start(LineHistory.InStep);
        while (step is DialogueStep.Send)
        {
            step = dialogue.OnSilence();
        }

        var done = Assert.IsType<DialogueStep.Done>(step);
        Assert.Equal(PanelOutcome.NoAnswer, done.Outcome);
        Assert.Contains(words, done.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("speed", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadPixels_WhenTheClockKeepsItsStateToItself_AreNotHandedOut()
    {
        var dialogue = Begin(Mqtt, new PanelCommand.ReadPixels());
        Topic(dialogue.Start(LineHistory.InStep), "sendscreen");
        Topic(dialogue.OnAnswer(Screen(Dot(3))), "sendscreen");
        Topic(dialogue.OnSilence(), "sendscreen");
        var done = Assert.IsType<DialogueStep.Done>(dialogue.OnAnswer(Screen(Dot(3))));
        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Null(done.Reading!.Pixels);
        Assert.NotNull(done.Detail);
    }

    [Fact]
    public void ReadPixels_WhenTheStateComesBetween_IsEnough()
    {
        var dialogue = Begin(Mqtt, new PanelCommand.ReadPixels());
        dialogue.Start(LineHistory.InStep);
        Assert.IsType<DialogueStep.KeepListening>(dialogue.OnAnswer(Said("stats", """{"matrix":true,"bri":1}""")));
        var done = Assert.IsType<DialogueStep.Done>(dialogue.OnAnswer(Screen(Dot(3))));
        Assert.Equal(Dot(3), done.Reading!.Pixels);
        Assert.Equal(1, done.Reading.BrightnessPercent);
    }

    /// <summary>Two sites on one clock: each has to notice that the apps are the other's, whose names begin alike.</summary>
    [Fact]
    public void Ping_WhenAnAppOfAnotherShowPlays_TellsAnotherContentThanTheOneThatWasLoaded()
    {
        var (show, other) = (Show(5), Show(7));
        var load = Look(show);
        load.OnAnswer(Loop(Named(show)));
        var loaded = Assert.IsType<DialogueStep.Done>(load.OnAnswer(Screen(show.Loop[0].Picture))).Reading!.Plays;
        Assert.NotNull(loaded);
        Assert.Equal((loaded, loaded), (PlaysOf(Named(show)), PlaysOf(Named(show).Replace("-00", "-01", StringComparison.Ordinal))));
        Assert.NotEqual(loaded, PlaysOf(Named(other)));
        Assert.Null(PlaysOf("Time"));
        Assert.Null(PlaysOf("Notification"));
    }

    /// <summary>The clock answers in order: pixels that come before its loop answer somebody else, or an older question.</summary>
    [Fact]
    public void Load_WhenPixelsComeBeforeTheLoop_WaitsForBoth()
    {
        var show = Show(5);
        var dialogue = Look(show);
        Assert.IsType<DialogueStep.KeepListening>(dialogue.OnAnswer(Screen(show.Loop[0].Picture)));
        Assert.IsType<DialogueStep.KeepListening>(dialogue.OnAnswer(Said("stats/currentApp", "Time")));
        Assert.IsType<DialogueStep.KeepListening>(dialogue.OnAnswer(Loop(Named(show))));
        Assert.Equal(PanelOutcome.Accepted, Assert.IsType<DialogueStep.Done>(dialogue.OnAnswer(Screen(show.Loop[0].Picture))).Outcome);
    }

    [Fact]
    public void Load_WhenTheLoopIsOursButThePixelsAreNot_EndsANotification()
    {
        var show = Show(5);
        var dialogue = Look(show);
        dialogue.OnAnswer(Loop(Named(show)));
        Topic(dialogue.OnAnswer(Screen(Dot(77))), "notify/dismiss");
    }

    [Fact]
    public void Load_WhenAnotherProgramKeepsCovering_GivesUpAndNamesTheLoop()
    {
        var show = Show(5);
        var dialogue = Begin(Mqtt, new PanelCommand.LoadPages(show));
        var step = dialogue.Start(LineHistory.InStep);
        var said = 0;
        while (step is DialogueStep.Send send && said++ < 200)
        {
            if (send.AnswerWithin > TimeSpan.Zero)
            {
                dialogue.OnAnswer(Loop(Named(show)));
                step = dialogue.OnAnswer(Screen(Dot(77)));
            }
            else
            {
                step = dialogue.OnSilence();
            }
        }

        var done = Assert.IsType<DialogueStep.Done>(step);
        Assert.Equal(PanelOutcome.Busy, done.Outcome);
        Assert.Contains(Named(show), done.Detail, StringComparison.Ordinal);
    }

    /// <summary>An app that could not be read leaves the older one of its name in place: names that tell the content cannot be mistaken for it.</summary>
    [Fact]
    public void Load_WhenTheClockHoldsAnotherContent_IsNotAccepted()
    {
        var (show, older) = (Show(5), Show(6));
        Assert.NotEqual(Named(show), Named(older));
        var dialogue = Look(show);
        dialogue.OnAnswer(Loop(Named(older)));
        Topic(dialogue.OnAnswer(Screen(older.Loop[0].Picture)), $"custom/{Named(older)}");
    }

    [Theory]
    [InlineData(401, PanelOutcome.Rejected, "http://name:word@host")]
    [InlineData(404, PanelOutcome.Rejected, "404")]
    [InlineData(302, PanelOutcome.Rejected, "302")]
    public void Reply_WhenItIsNoYes_SaysWhy(int status, PanelOutcome outcome, string word)
    {
        var dialogue = Begin(Http, new PanelCommand.Ping());
        dialogue.Start(LineHistory.InStep);
        var done = Assert.IsType<DialogueStep.Done>(dialogue.OnAnswer(new WireAnswer.Reply(status, null, default)));
        Assert.Equal(outcome, done.Outcome);
        Assert.Contains(word, done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WhenOnlyOneDiffers_AreWrittenAlone()
    {
        var dialogue = Begin(Http, new PanelCommand.LoadPages(Show(5)));
        dialogue.Start(LineHistory.Unknown);
        Request(dialogue.OnAnswer(Ok), "GET", "/api/settings");
        const string kept = """{"ATRANS":true,"TEFF":1,"TSPEED":30,"ATIME":60,"BLOCKN":true,"TIM":true,"DAT":false,"TEMP":false,"HUM":false,"OVERLAY":"clear"}""";
        var request = Request(dialogue.OnAnswer(new WireAnswer.Reply(200, null, Encoding.UTF8.GetBytes(kept))), "POST", "/api/settings");
        Assert.Equal("""{"TIM":false}""", Encoding.UTF8.GetString(request.Body.Span));
    }

    [Theory]
    [InlineData(LineHistory.Unknown, true)]
    [InlineData(LineHistory.InStep, false)]
    public void Settings_WhenOverMqtt_AreWrittenOncePerFreshLink(LineHistory history, bool written)
    {
        var dialogue = Begin(Mqtt, new PanelCommand.LoadPages(Show(5)));
        dialogue.Start(history);
        var step = Topic(dialogue.OnSilence(), "settings");
        Assert.Equal(written, Encoding.UTF8.GetString(step.Payload.Span).Contains("TSPEED", StringComparison.Ordinal));
    }

    [Fact]
    public void Lifetime_WhenTheSiteSaysItAgainAfterWholeLoops_IsThreeTimesAsLong()
    {
        Assert.Equal(180, Lifetime(20));
        Assert.Equal(180, Lifetime(10, 20));
        Assert.Equal(3 * 2 * 70, Lifetime(35, 35));
    }

    private static int Lifetime(params int[] seconds)
    {
        var dialogue = Look(Show(seconds), out var page);
        Assert.NotNull(dialogue);
        return System.Text.Json.JsonDocument.Parse(page.Payload).RootElement.GetProperty("lifetime").GetInt32();
    }

    private static IPanelDialogue Begin(DeviceProfile profile, PanelCommand command) => new AwtrixAdapter().Begin(command, profile, Face);

    private static IPanelDialogue Look(Core.Shows.Show show) => Look(show, out _);

    private static IPanelDialogue Look(Core.Shows.Show show, out WireMessage.Topic page)
    {
        var dialogue = Begin(Mqtt, new PanelCommand.LoadPages(show));
        page = new WireMessage.Topic("", default);
        for (var step = dialogue.Start(LineHistory.InStep); step is DialogueStep.Send { Message: WireMessage.Topic topic, AnswerWithin.Ticks: 0 }; step = dialogue.OnSilence())
        {
            page = topic is { Payload.IsEmpty: false } && topic.Name.StartsWith("custom/", StringComparison.Ordinal) ? topic : page;
        }

        return dialogue;
    }

    private static string Named(Core.Shows.Show show) => $"signage-{show.Digest.Hex[..8]}-00";

    private static WireAnswer.Reply Ok => new(200, "text/plain", "OK"u8.ToArray());

    private static WireAnswer.Topic Said(string name, string payload) => new(name, Encoding.UTF8.GetBytes(payload));

    private static WireAnswer.Topic Loop(params string[] names) =>
        Said("stats/loop", $"{{{string.Join(',', names.Select((name, place) => $"\"{name}\":{place.ToString(CultureInfo.InvariantCulture)}"))}}}");

    private static WireAnswer.Topic Screen(PixelFrame picture) => Said("screen", $"[{string.Join(',', Enumerable.Range(0, 256).Select(at =>
        (picture[at % 32, at / 32].R * 65536) + (picture[at % 32, at / 32].G * 256) + picture[at % 32, at / 32].B))}]");

    private static WireMessage.Topic Topic(DialogueStep step, string name)
    {
        var topic = Assert.IsType<WireMessage.Topic>(Assert.IsType<DialogueStep.Send>(step).Message);
        Assert.Equal(name, topic.Name);
        return topic;
    }

    private static string? PlaysOf(string app)
    {
        var ping = Begin(Http, new PanelCommand.Ping());
        ping.Start(LineHistory.InStep);
        var stats = new WireAnswer.Reply(200, "application/json", Encoding.UTF8.GetBytes($$"""{"matrix":true,"bri":9,"app":"{{app}}"}"""));
        return Assert.IsType<DialogueStep.Done>(ping.OnAnswer(stats)).Reading!.Plays;
    }

    private static WireMessage.Request Request(DialogueStep step, string method, string path)
    {
        var request = Assert.IsType<WireMessage.Request>(Assert.IsType<DialogueStep.Send>(step).Message);
        Assert.Equal((method, path), (request.Method, request.Path));
        return request;
    }
}
