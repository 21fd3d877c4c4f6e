using System.Text;
using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Tests.Vendors.Ddp;
using Signage.Protocols.Vendors.Wled;
using static Signage.Protocols.Tests.Vendors.Ddp.TestDisplays;

namespace Signage.Protocols.Tests.Vendors.Wled;

public sealed class WledDialogueTests
{
    private const string Json = "application/json";

    [Fact]
    public void Begin_WhenPixels_GoesOverThePictureLinkAndClaimsNothing() => Assert.All(
        (PanelCommand[])[Frame(Face(8, 8), 1, 0), new PanelCommand.Blank()],
        command =>
        {
            var dialogue = Begin(command);
            Assert.NotEmpty(dialogue.Start(LineHistory.Unknown).Datagrams());
            Assert.Equal(PanelOutcome.SentUnverified, Assert.IsType<DialogueStep.Done>(dialogue.OnSilence()).Outcome);
        });

    [Fact]
    public void Ping_WhenAMatrixAnswers_TellsItsFaceAndWhatItIs()
    {
        var done = Ping("""{"ver":"16.0.0","leds":{"count":512,"fps":3,"matrix":{"w":32,"h":16}},"live":false,"lm":"","brand":"WLED","name":"东门"}""");
        Assert.Equal((PanelOutcome.Accepted, Face(32, 16)), (done.Outcome, done.Reading!.Face));
        Assert.Contains(KeyValuePair.Create("name", "东门"), done.Reading.Values);
    }

    [Fact]
    public void Ping_WhenAStripAnswers_TellsNoFace()
    {
        var done = Ping("""{"ver":"0.13.3","leds":{"count":30}}""");
        Assert.Equal((PanelOutcome.Accepted, null), (done.Outcome, done.Reading!.Face));
    }

    [Fact]
    public void Status_WhenAStreamIsShown_TellsThatItIsOurs()
    {
        var bytes = ByteVector.Named("wled", "state-info-reply").Bytes;
        var body = Encoding.UTF8.GetString(bytes.AsSpan(bytes.AsSpan().IndexOf("\r\n\r\n"u8) + 4));
        var reading = Ask(new PanelCommand.ReadStatus(), 200, body).Reading!;
        Assert.Equal((true, 50, Face(16, 16)), (reading.PoweredOn!.Value, reading.BrightnessPercent!.Value, reading.Face!));
        Assert.Equal(
            ["on=true", "brightness=128", "liveOverride=0", "live=true", "liveSource=DDP", "fps=30"],
            reading.Values.Take(6).Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Theory]
    [InlineData(200, """{"success":true}""", PanelOutcome.Accepted)]
    [InlineData(200, """{"success":false}""", PanelOutcome.Garbled)]
    [InlineData(200, "<html>", PanelOutcome.Garbled)]
    [InlineData(200, "", PanelOutcome.Garbled)]
    [InlineData(400, """{"error":9}""", PanelOutcome.Rejected)]
    [InlineData(401, """{"error":1}""", PanelOutcome.Rejected)]
    [InlineData(404, "gone", PanelOutcome.Rejected)]
    [InlineData(501, """{"error":4}""", PanelOutcome.Rejected)]
    [InlineData(503, """{"error":3}""", PanelOutcome.Busy)]
    public void Power_WhenAnyReplyComes_IsTakenForWhatItSays(int status, string body, PanelOutcome outcome) =>
        Assert.Equal(outcome, Ask(new PanelCommand.SetPower(false), status, body).Outcome);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"state":{},"info":{"leds":{}}}""")]
    [InlineData("""{"state":{},"info":{"ver":"1","leds":3}}""")]
    [InlineData("""{"state":{},"info":{"ver":"\ud800","leds":{}}}""")]
    [InlineData("""{"state":3,"info":{"ver":"1","leds":{}}}""")]
    [InlineData("""{"ver":"1","leds":{}}""")]
    public void Ping_WhenTheReplyIsNotOfWled_IsGarbled(string body) => Assert.Equal(PanelOutcome.Garbled, Ask(new PanelCommand.Ping(), 200, body).Outcome);

    [Theory]
    [InlineData("0", "true", "DDP", null)]
    [InlineData("1", "true", "DDP", "lor")]
    [InlineData("2", "true", "DDP", "lor")]
    [InlineData("2", "false", "", "lor")]
    [InlineData("0", "false", "", "UDP")]
    [InlineData("0", "true", "E1.31", "E1.31")]
    [InlineData("0", "true", "", "JSON")]
    public void Reading_WhenTheStreamIsNotShown_SaysWhy(string lor, string live, string source, string? why) => Assert.All(
        (PanelCommand[])[new PanelCommand.Ping(), new PanelCommand.ReadStatus()],
        command =>
        {
            var body = $$$"""{"state":{"on":true,"bri":9,"lor":{{{lor}}}},"info":{"ver":"1","leds":{},"live":{{{live}}},"lm":"{{{source}}}"}}""";
            var reading = Ask(command, 200, body).Reading!;
            Assert.Equal(why is null, reading.PlaysOurs);
            Assert.Contains(why ?? "", reading.WhyNotOurs ?? "", StringComparison.Ordinal);
            Assert.Equal(why is null, reading.WhyNotOurs is null);
            Assert.Equal(lor != "0", reading.HidesStream);
        });

    [Fact]
    public void Reading_WhenTheControllerIsTooOldToTellOfStreams_SaysNothing()
    {
        var reading = Ping("""{"ver":"0.8.0","leds":{}}""").Reading!;
        Assert.Equal((null, null), (reading.PlaysOurs, reading.WhyNotOurs));
    }

    /// <summary>Whoever reports a brightness of nothing is taken for dark, so the dimmest light must not be rounded to it.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(128, 50)]
    [InlineData(255, 100)]
    public void Reading_WhenTheControllerIsDim_IsNotCalledDark(int level, int percent) =>
        Assert.Equal(percent, Ask(new PanelCommand.Ping(), 200, $$$"""{"state":{"on":true,"bri":{{{level}}}},"info":{"ver":"1","leds":{} } }""").Reading!.BrightnessPercent);

    [Fact]
    public void Ping_WhenTheReplyIsEndless_IsNotRead() =>
        Assert.Equal(PanelOutcome.Garbled, Ping($$"""{"ver":"1","leds":{},"x":"{{new string('x', 70_000)}}"}""").Outcome);

    [Theory]
    [InlineData("""{"w":0,"h":16}""")]
    [InlineData("""{"w":16,"h":9000}""")]
    [InlineData("""{"w":"16","h":16}""")]
    public void Ping_WhenTheMatrixMakesNoSense_TellsNoFace(string matrix) =>
        Assert.Null(Ping($$$"""{"ver":"1","leds":{"matrix":{{{matrix}}}}}""").Reading!.Face);

    [Fact]
    public void Power_WhenNobodyAnswers_IsAskedAsOftenAsTheModelSays()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true));
        var asked = 0;
        var step = dialogue.Start(LineHistory.Unknown);
        for (; step is DialogueStep.Send send; step = dialogue.OnSilence())
        {
            Assert.Equal("/json/state", Assert.IsType<WireMessage.Request>(send.Message).Path);
            asked++;
        }

        Assert.Equal((3, PanelOutcome.NoAnswer), (asked, Assert.IsType<DialogueStep.Done>(step).Outcome));
    }

    public static TheoryData<PanelCommand> Unspoken =>
    [
        new PanelCommand.SetClock(DateTimeOffset.UnixEpoch), new PanelCommand.ReadPixels(), new PanelCommand.ListStored(), new PanelCommand.ClearStored([]),
        new PanelCommand.DeleteAreas(null), new PanelCommand.LoadPages(Show(Face(8, 8), Picture(Face(8, 8), 1), Effect.Static)),
    ];

    [Theory]
    [MemberData(nameof(Unspoken))]
    public void Begin_WhenItHasNoWordForACommand_SaysWhyAndSendsNothing(PanelCommand command)
    {
        var done = Assert.IsType<DialogueStep.Done>(Begin(command).Start(LineHistory.Unknown));
        Assert.Equal(PanelOutcome.Unsupported, done.Outcome);
        Assert.NotEmpty(done.Detail!);
    }

    private static DialogueStep.Done Ping(string info) => Ask(new PanelCommand.Ping(), 200, $$"""{"state":{},"info":{{info}}}""");

    private static IPanelDialogue Begin(PanelCommand command) => new WledAdapter().Begin(command, TestDisplays.Wled, Face(8, 8));

    private static DialogueStep.Done Ask(PanelCommand command, int status, string body)
    {
        var dialogue = Begin(command);
        Assert.IsType<WireMessage.Request>(Assert.IsType<DialogueStep.Send>(dialogue.Start(LineHistory.Unknown)).Message);
        return Assert.IsType<DialogueStep.Done>(dialogue.OnAnswer(new WireAnswer.Reply(status, Json, Encoding.UTF8.GetBytes(body))));
    }
}
