using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;
using static Signage.Protocols.Tests.Vendors.Onbon.Bx6Talk;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Dynamic frames carry no sequence: what was late is let pass before one is sent.</summary>
public sealed class Bx6LateAnswerTests
{
    private static readonly DeviceProfile Addressed = TestCards.Q2.AtAddress("0100");

    // The answer to a show that an earlier exchange gave up on.
    private static readonly byte[] LateYes =
        Codec.ToBytes(new Bx6Dynamic(Bx6Packet.Controller, Bx6Packet.Any, 0x0266, Bx6Body.Reply(0xA0, 0, 0, 0, [])));

    [Fact]
    public void DynamicFrame_WhenSomethingMayBeLate_PingsFirst()
    {
        BeginUnknown(out var first);
        Assert.Equal(("ping", true), (Name(first), first is Bx6Ordinary));
    }

    [Fact]
    public void DynamicFrame_WhenNothingIsLate_IsSentAtOnce()
    {
        Begin(new PanelCommand.Blank(), out var first);
        Assert.Equal("dynamic update", Name(first));
    }

    [Fact]
    public void OrdinaryFrame_WhenSomethingMayBeLate_IsSentAtOnce()
    {
        Begin(new PanelCommand.SetPower(true), out var first, LineHistory.Unknown);
        Assert.Equal("power", Name(first));
    }

    [Fact]
    public void DynamicFrame_WhenALateYesComesBeforeTheReply_IsAcceptedOnlyByItsOwn()
    {
        var dialogue = BeginUnknown(out var ping);
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, LateYes));
        var question = Asked(Feed(dialogue, Pong(ping)));
        Assert.Equal("dynamic update", Name(question));
        Assert.Equal(PanelOutcome.Accepted, Done(Feed(dialogue, Reply(question, 0))).Outcome);
    }

    [Fact]
    public void DynamicFrame_WhenALateYesComesInOnePieceWithTheReply_PassesOverIt()
    {
        var dialogue = BeginUnknown(out var ping);
        Assert.Equal("dynamic update", Name(Asked(Feed(dialogue, [.. LateYes, .. Pong(ping)]))));
    }

    [Fact]
    public void DynamicFrame_WhenSomethingCameBehindTheReply_LeavesNothingThatCouldAnswerTheQuestion()
    {
        var dialogue = BeginUnknown(out var ping);
        Assert.IsType<DialogueStep.Send>(Feed(dialogue, [.. Pong(ping), .. LateYes], out var left));
        Assert.Equal(0, left);
    }

    [Fact]
    public void DynamicFrame_WhenTheReplyHasAnotherNumber_GoesOnListening()
    {
        var dialogue = BeginUnknown(out var ping);
        var older = Pong(((Bx6Ordinary)ping) with { Sequence = 0x7777 });
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, older));
    }

    [Fact]
    public void DynamicFrame_WhenThePingIsRefused_IsInStepAllTheSame()
    {
        var dialogue = BeginUnknown(out var ping);
        Assert.Equal("dynamic update", Name(Asked(Feed(dialogue, Reply(ping, 3)))));
    }

    [Fact]
    public void DynamicFrame_WhenThePingIsNotAnswered_IsNeverSent()
    {
        var dialogue = BeginUnknown(out var first);
        Bx6Packet[] sent = [first, Asked(dialogue.OnSilence()), Asked(dialogue.OnSilence())];
        var done = Done(dialogue.OnSilence());
        Assert.All(sent, packet => Assert.Equal("ping", Name(packet)));
        Assert.Equal((PanelOutcome.NoAnswer, true), (done.Outcome, done.LinkSpoiled));
        Assert.Contains("the question itself was not sent", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void DynamicFrame_WhenPingedAgain_PassesOverTheReplyToTheFirstPing()
    {
        var dialogue = BeginUnknown(out var first);
        var second = Asked(dialogue.OnSilence());
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, Pong(first)));
        Assert.IsType<DialogueStep.Send>(Feed(dialogue, Pong(second)));
    }

    [Fact]
    public void DynamicFrame_WhenSilentAfterThePing_IsNotSentTwice()
    {
        var dialogue = BeginUnknown(out var ping);
        Feed(dialogue, [.. LateYes, .. Pong(ping)]);
        var done = Done(dialogue.OnSilence());
        Assert.Equal((PanelOutcome.NoAnswer, "2000 毫秒内没有应答，问了 1 次，请检查电源、接线、波特率和地址 (no answer within 2000 ms, asked 1 times; check power, wiring, speed and address)"), (done.Outcome, done.Detail));
    }

    [Fact]
    public void DynamicFrame_WhenTheCardNumbersItsRepliesAnew_IsSentAfterTheWholeAnswerTime()
    {
        var dialogue = BeginUnknown(out var ping);
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, Pong(((Bx6Ordinary)ping) with { Sequence = 0 })));
        Assert.NotEqual("ping", Name(Asked(dialogue.OnSilence())));
    }

    [Fact]
    public void Ping_WhenTheCardNumbersItsRepliesAnew_IsBelievedAfterTheWholeAnswerTime()
    {
        var dialogue = Begin(new PanelCommand.Ping(), out var ping, LineHistory.Unknown);
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, Pong(((Bx6Ordinary)ping) with { Sequence = 0 })));
        Assert.Equal(PanelOutcome.Accepted, Done(dialogue.OnSilence()).Outcome);
    }

    [Theory]
    [InlineData(LineHistory.InStep, true)]
    [InlineData(LineHistory.Unknown, false)]
    public void Yes_WhenTheCardNumbersItsRepliesAnew_IsBelievedOnlyWhereNothingOlderIsOpen(LineHistory history, bool believed)
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var question, history);
        Feed(dialogue, Codec.ToBytes(((Bx6Ordinary)Read(Reply(question, 0))) with { Sequence = 0 }));
        Assert.Equal(believed, dialogue.OnSilence() is DialogueStep.Done { Outcome: PanelOutcome.Accepted });
    }

    [Fact]
    public void DynamicFrame_WhenTheLineHasSeveralCards_PingsItsOwnWhateverTheLineHeard()
    {
        Begin(new PanelCommand.Blank(), out var first, LineHistory.InStep, Addressed);
        Assert.Equal(("ping", 1), (Name(first), first.Destination));
    }

    [Theory]
    [InlineData(2, false, Label = "another card's")]
    [InlineData(1, true, Label = "its own")]
    [InlineData(0xFFFE, true, Label = "unsigned")]
    public void OrdinaryFrame_WhenTheLineHasSeveralCards_TakesNoAnswerOfAnother(ushort signed, bool taken)
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var question, LineHistory.InStep, Addressed);
        var step = Feed(dialogue, Codec.ToBytes(Read(Reply(question, 0)) with { Source = signed }));
        Assert.Equal(taken, step is DialogueStep.Done);
    }

    private static IPanelDialogue BeginUnknown(out Bx6Packet first) => Begin(new PanelCommand.Blank(), out first, LineHistory.Unknown);

    private static string Name(Bx6Packet packet) => Bx6Body.Name(packet.Body.Span);
}
