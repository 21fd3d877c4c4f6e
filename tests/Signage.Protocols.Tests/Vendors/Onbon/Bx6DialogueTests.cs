using System.Buffers;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;
using static Signage.Protocols.Tests.Vendors.Onbon.Bx6Talk;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Conversations with a card, answer by answer.</summary>
public sealed class Bx6DialogueTests
{
    [Fact]
    public void Power_WhenAcknowledged_IsAccepted() =>
        Assert.Equal(PanelOutcome.Accepted, Done(Talk(new PanelCommand.SetPower(true), question => Reply(question, 0))).Outcome);

    [Theory]
    [InlineData(1, PanelOutcome.Rejected, "unknown command group")]
    [InlineData(3, PanelOutcome.Busy, "busy")]
    [InlineData(5, PanelOutcome.Busy, "wrong checksum")]
    [InlineData(17, PanelOutcome.Rejected, "wrong card type")]
    [InlineData(25, PanelOutcome.Rejected, "wrong parameter")]
    [InlineData(99, PanelOutcome.Rejected, "unknown error 99")]
    public void Power_WhenRefused_SaysWhyInWords(ushort error, PanelOutcome outcome, string words)
    {
        var done = Done(Talk(new PanelCommand.SetPower(true), question => Reply(question, error)));
        Assert.Equal(outcome, done.Outcome);
        Assert.Contains(words, done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Power_WhenTheAnswerComesByteByByte_IsAcceptedAtTheLast()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var question);
        var answer = Reply(question, 0);
        for (var length = 1; length < answer.Length; length++)
        {
            var part = new ReadOnlySequence<byte>(answer, 0, length);
            Assert.IsType<DialogueStep.KeepListening>(dialogue.OnBytes(ref part));
        }

        Assert.Equal(PanelOutcome.Accepted, Done(Feed(dialogue, answer)).Outcome);
    }

    [Fact]
    public void Power_WhenOnlyAnOlderAnswerComes_KeepsListening()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var question);
        var late = Codec.ToBytes((Bx6Ordinary)Read(Reply(question, 0)) with { Sequence = 0x7777 });
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, late));
        Assert.Equal(PanelOutcome.Accepted, Done(Feed(dialogue, Reply(question, 0))).Outcome);
    }

    [Fact]
    public void Power_WhenItsOwnQuestionIsHeardBack_KeepsListening()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var question);
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, Codec.ToBytes(question)));
    }

    [Fact]
    public void Power_WhenSilent_AsksAgainUnderANewNumberUntilTheLimit()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var first);
        var second = (Bx6Ordinary)Asked(dialogue.OnSilence());
        var third = (Bx6Ordinary)Asked(dialogue.OnSilence());
        Assert.Equal(3, new[] { ((Bx6Ordinary)first).Sequence, second.Sequence, third.Sequence }.Distinct().Count());
        Assert.Equal(PanelOutcome.NoAnswer, Done(dialogue.OnSilence()).Outcome);
    }

    [Fact]
    public void DynamicFrame_WhenSilent_IsNotAskedAgainAndSpoilsTheLink()
    {
        var dialogue = Begin(new PanelCommand.Blank(), out _);
        var done = Done(dialogue.OnSilence());
        Assert.Equal(PanelOutcome.NoAnswer, done.Outcome);
        Assert.True(done.LinkSpoiled);
    }

    [Fact]
    public void DynamicFrame_WhenOnlyRubbishComes_IsGarbledWithItsCount()
    {
        var dialogue = Begin(new PanelCommand.Blank(), out _);
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, [1, 2, 3, 4, 5]));
        var done = Done(dialogue.OnSilence());
        Assert.Equal(PanelOutcome.Garbled, done.Outcome);
        Assert.StartsWith("收到 5 字节，都不是应答", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Ping_WhenAnswered_ReadsTheFaceAndWhetherItIsConfigured()
    {
        var dialogue = Begin(new PanelCommand.Ping(), out var question);
        var reply = new Bx6PingReply { DeviceType = 0x0266, Firmware = "V1", Width = 192, Height = 96, Colour = 0xFF, On = 1 };
        var done = Done(Feed(dialogue, Codec.ToBytes(Back(question, Bx6Body.Reply(0xA2, 0x80, 0, 0, reply.Write())))));
        Assert.Equal("192x96xrgb", done.Reading!.Face!.ToString());
        Assert.False(done.Reading.ScreenConfigured);
        Assert.Equal("6602", done.Reading.DeviceType);
    }

    [Theory]
    [InlineData("A5", Label = "start byte")]
    [InlineData("A517FF", Label = "start byte and noise")]
    [InlineData("A5FEFF0080F00066020000000000FFFFFF", Label = "start byte and a header that claims 4 G")]
    [InlineData("5A5A5A", Label = "ends of an earlier frame")]
    [InlineData("A5A5A501025A", Label = "bad frame")]
    public void Power_WhenNoiseStandsBeforeTheAnswer_IsAccepted(string noise) => Assert.Equal(
        PanelOutcome.Accepted,
        Done(Talk(new PanelCommand.SetPower(true), question => [.. Convert.FromHexString(noise), .. Reply(question, 0)])).Outcome);

    [Fact]
    public void Power_WhenTheAnswerIsForAnotherController_KeepsListening()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var question);
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, Codec.ToBytes(Read(Reply(question, 0)) with { Destination = 0x8001 })));
    }

    [Fact]
    public void Power_WhenTheAnswerComesInADynamicFrame_KeepsListening()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var question);
        var reply = Read(Reply(question, 0));
        var dynamic = new Bx6Dynamic(reply.Destination, reply.Source, reply.DeviceType, reply.Body);
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, Codec.ToBytes(dynamic)));
    }

    [Fact]
    public void Power_WhenAcknowledgedWithAStatusOfNo_IsRejected()
    {
        var done = Done(Talk(new PanelCommand.SetPower(true), question => Codec.ToBytes(Back(question, Bx6Body.Reply(0xA0, 0, 1, 25, [])))));
        Assert.Equal((PanelOutcome.Rejected, true), (done.Outcome, done.Detail!.Contains("wrong parameter", StringComparison.Ordinal)));
    }

    [Fact]
    public void Power_WhenAskedAgain_TakesNoAnswerToTheFirstTime()
    {
        var dialogue = Begin(new PanelCommand.SetPower(true), out var first);
        var second = Asked(dialogue.OnSilence());
        Assert.IsType<DialogueStep.KeepListening>(Feed(dialogue, Reply(first, 0)));
        Assert.Equal(PanelOutcome.Accepted, Done(Feed(dialogue, Reply(second, 0))).Outcome);
    }

    [Fact]
    public void DynamicFrame_WhenAcknowledgedInADynamicFrame_IsAccepted() =>
        Assert.Equal(PanelOutcome.Accepted, Done(Talk(new PanelCommand.Blank(), question => Reply(question, 0))).Outcome);

    [Theory]
    [InlineData(3, Label = "busy")]
    [InlineData(5, Label = "wrong checksum: noise on the way there")]
    public void DynamicFrame_WhenAskingAgainMayHelp_IsBusy(ushort error) =>
        Assert.Equal(PanelOutcome.Busy, Done(Talk(new PanelCommand.Blank(), question => Reply(question, error))).Outcome);

    [Fact]
    public void Ping_WhenOnlyAcknowledged_KeepsListeningForTheReply() =>
        Assert.IsType<DialogueStep.KeepListening>(Talk(new PanelCommand.Ping(), question => Reply(question, 0)));

    [Fact]
    public void Ping_WhenRefused_IsRejected() =>
        Assert.Equal(PanelOutcome.Rejected, Done(Talk(new PanelCommand.Ping(), question => Reply(question, 2))).Outcome);

    [Fact]
    public void Status_WhenAnswered_ReadsWhetherItIsLit()
    {
        var reply = new Bx6StatusReply { On = 1, Brightness = 7, ProgramCount = 2 };
        var done = Done(Talk(new PanelCommand.ReadStatus(), question => Codec.ToBytes(Back(question, Bx6Body.Reply(0xA2, 0x8F, 0, 0, reply.Write())))));
        Assert.Equal((PanelOutcome.Accepted, true), (done.Outcome, done.Reading!.PoweredOn));
    }

    /// <summary>The fields as section 8 of the protocol page lists them, written by hand: on, timed, mode, brightness, programmes, the one that plays, locks, run mode, clock chip, clock.</summary>
    [Theory]
    [InlineData("01000F0F 0100 50303030 00000001 2620112316504301", "2026-11-23 16:50:43")]
    [InlineData("01000F0F 0100 50303030 00000000 2620112923595907", "2026-11-29 23:59:59")]
    [InlineData("01000F0F 0100 50303030 00000001 0000000000000000", null)]
    [InlineData("01000F0F 0100 50303030 00000001 26201A2316504301", null)]
    [InlineData("01000F0F 0100 50303030 00000001 2620023016504301", null)]
    [InlineData("01000F0F 0100 50303030 00000001 26201123165043", null)]
    [InlineData("01000F0F 0100", null)]
    public void Status_WhenAnswered_ReadsTheClock(string data, string? clock)
    {
        var done = Done(Talk(new PanelCommand.ReadStatus(), question => Codec.ToBytes(Back(question, Bx6Body.Reply(0xA2, 0x8F, 0, 0, Convert.FromHexString(data.Replace(" ", "", StringComparison.Ordinal)))))));
        Assert.Equal((PanelOutcome.Accepted, true), (done.Outcome, done.Reading!.PoweredOn));
        Assert.Equal(clock, done.Reading.Clock?.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("01000F0F 0100", false)]
    [InlineData("01010F0F 0100", true)]
    public void Status_WhenAnswered_ReadsWhetherATimerIsSet(string data, bool isSet) => Assert.Equal(isSet, Done(Talk(
        new PanelCommand.ReadStatus(),
        question => Codec.ToBytes(Back(question, Bx6Body.Reply(0xA2, 0x8F, 0, 0, Convert.FromHexString(data.Replace(" ", "", StringComparison.Ordinal))))))).Reading!.HasTimer);
}
