using System.Text;
using Signage.Core.Programmes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Ddp.Wire;
using static Signage.Protocols.Tests.Vendors.Ddp.TestDisplays;

namespace Signage.Protocols.Tests.Vendors.Ddp;

public sealed class DdpDialogueTests
{
    private readonly DdpAdapter _adapter = new();

    [Fact]
    public void Begin_WhenAPicture_SendsItWholeAndClaimsNothing()
    {
        var dialogue = _adapter.Begin(Frame(Face(64, 32), 1, 7, 5), Matrix, Face(64, 32));
        var send = Assert.IsType<DialogueStep.Send>(dialogue.Start(LineHistory.Unknown));
        Assert.Equal(TimeSpan.Zero, send.AnswerWithin);
        Assert.Equal(_adapter.Encode(Frame(Face(64, 32), 1, 7, 5), Face(64, 32)), send.Datagrams());
        Assert.Equal(new DialogueStep.Done(PanelOutcome.SentUnverified), dialogue.OnSilence());
    }

    [Fact]
    public void Begin_WhenBlank_SendsADarkPicture() => Assert.Equal(
        _adapter.Encode(new PanelCommand.Blank(), Face(8, 8)),
        _adapter.Begin(new PanelCommand.Blank(), Matrix, Face(8, 8)).Start(LineHistory.InStep).Datagrams());

    [Fact]
    public void Begin_WhenThePictureIsOfAnotherFace_SendsNothing() =>
        Assert.Equal(PanelOutcome.Unsupported, Refused(Frame(Face(8, 8), 1, 0), Face(8, 9)).Outcome);

    public static TheoryData<PanelCommand> Unspoken =>
    [
        new PanelCommand.SetBrightness(50), new PanelCommand.SetPower(true), new PanelCommand.SetClock(DateTimeOffset.UnixEpoch), new PanelCommand.ReadPixels(),
        new PanelCommand.Ping(), new PanelCommand.ReadStatus(), new PanelCommand.ListStored(), new PanelCommand.ClearStored([]), new PanelCommand.DeleteAreas(null),
        new PanelCommand.LoadPages(Show(Face(2, 1), Picture(Face(2, 1), 1), Effect.Static)), new PanelCommand.StoreShow(Show(Face(2, 1), Picture(Face(2, 1), 1), Effect.Static), []),
    ];

    [Theory]
    [MemberData(nameof(Unspoken))]
    public void Begin_WhenADisplayWithoutWordsIsAsked_SaysWhyAndSendsNothing(PanelCommand command)
    {
        var done = Refused(command, Face(2, 1));
        Assert.Equal(PanelOutcome.Unsupported, done.Outcome);
        Assert.NotEmpty(done.Detail!);
    }

    [Theory]
    [InlineData("status-reply-minleon", "man=Minleon mod=NDB ver=1.0")]
    [InlineData("status-reply-espixelstick", "man=ESPixelStick mod=V4 ver=1.0")]
    public void Status_WhenAPublishedReplyComes_IsTold(string vector, string told)
    {
        var done = Ask(new PanelCommand.ReadStatus(), ByteVector.Named("ddp", vector).Bytes);
        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(told, string.Join(' ', done.Reading!.Values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Status_WhenTheReplyComesInPieces_IsJoined()
    {
        var text = """{"status":{"man":"A","push":true}}"""u8.ToArray();
        var done = Ask(new PanelCommand.Ping(), Reply(0, text[..10], false), Reply(10, text[10..], true));
        Assert.Equal(["man=A", "push=true"], done.Reading!.Values.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Theory]
    [InlineData(true, PanelOutcome.Accepted)]
    [InlineData(false, PanelOutcome.Rejected)]
    public void Status_WhenTheReplyIsEmpty_ProvesThatSomebodyIsThere(bool isPing, PanelOutcome outcome) =>
        Assert.Equal(outcome, Ask(isPing ? new PanelCommand.Ping() : new PanelCommand.ReadStatus(), Reply(0, [], true)).Outcome);

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"status":1}""")]
    [InlineData("""{"status":{"man":"\ud800"}}""")]
    public void Status_WhenTheReplyIsNoStatus_IsGarbled(string text) =>
        Assert.Equal(PanelOutcome.Garbled, Ask(new PanelCommand.Ping(), Reply(0, Encoding.UTF8.GetBytes(text), true)).Outcome);

    [Fact]
    public void Status_WhenItHoldsControlCharacters_LosesThem() => Assert.Equal(
        "a[2Jb", Ask(new PanelCommand.Ping(), Reply(0, """{"status":{"man":"a\u001b[2Jb"}}"""u8.ToArray(), true)).Reading!.Values[0].Value);

    [Fact]
    public void Status_WhenNobodyAnswers_IsAskedAsOftenAsTheModelSays()
    {
        var dialogue = _adapter.Begin(new PanelCommand.Ping(), Telling, Face(2, 1));
        var asked = new List<string>();
        var step = dialogue.Start(LineHistory.Unknown);
        for (; step is DialogueStep.Send; step = dialogue.OnSilence())
        {
            asked.Add(Convert.ToHexString(Assert.Single(step.Datagrams())));
        }

        Assert.Equal(["420000FB000000000000", "420000FB000000000000", "420000FB000000000000"], asked);
        Assert.Equal(PanelOutcome.NoAnswer, Assert.IsType<DialogueStep.Done>(step).Outcome);
    }

    [Fact]
    public void Status_WhenOnlyOthersTalk_IsGarbledInTheEnd()
    {
        var dialogue = _adapter.Begin(new PanelCommand.Ping(), Telling, Face(2, 1));
        dialogue.Start(LineHistory.Unknown);
        Assert.IsType<DialogueStep.KeepListening>(dialogue.OnAnswer(new WireAnswer.Datagram(new byte[] { 1, 2, 3 })));
        Assert.IsType<DialogueStep.KeepListening>(dialogue.OnAnswer(new WireAnswer.Datagram(ByteVector.Named("ddp", "configuration-reply").Bytes)));
        var step = dialogue.OnSilence();
        while (step is DialogueStep.Send)
        {
            step = dialogue.OnSilence();
        }

        Assert.Equal(PanelOutcome.Garbled, Assert.IsType<DialogueStep.Done>(step).Outcome);
    }

    private static byte[] Reply(uint offset, byte[] data, bool push) =>
        new DdpCodec().ToBytes(new DdpPacket { Reply = true, Push = push, Id = DdpPacket.Status, Offset = offset, Data = data });

    private DialogueStep.Done Refused(PanelCommand command, Core.Panels.PanelFace face) =>
        Assert.IsType<DialogueStep.Done>(_adapter.Begin(command, Matrix, face).Start(LineHistory.Unknown));

    private DialogueStep.Done Ask(PanelCommand command, params byte[][] replies)
    {
        var dialogue = _adapter.Begin(command, Telling, Face(2, 1));
        dialogue.Start(LineHistory.Unknown);
        DialogueStep step = DialogueStep.KeepListening.Instance;
        foreach (var reply in replies)
        {
            Assert.IsType<DialogueStep.KeepListening>(step);
            step = dialogue.OnAnswer(new WireAnswer.Datagram(reply));
        }

        return Assert.IsType<DialogueStep.Done>(step);
    }
}
