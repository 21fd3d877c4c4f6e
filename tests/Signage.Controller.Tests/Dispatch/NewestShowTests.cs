using System.Buffers;
using Signage.Controller.Dispatch;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>I6: words that are over are not sent again and again to a card that does not answer.</summary>
public sealed class NewestShowTests
{
    [Fact]
    public async Task I6_Silence_WhenAnotherShowHasTakenItsPlace_IsNotAskedAgain()
    {
        await using var rig = new WorkerOnLoopback();
        var isOver = false;
        var dialogue = Dialogue(rig, () => false, () => isOver);
        Assert.IsType<DialogueStep.Send>(dialogue.Start(LineHistory.InStep));
        Assert.IsType<DialogueStep.Send>(dialogue.OnSilence());
        isOver = true;
        var done = Assert.IsType<DialogueStep.Done>(dialogue.OnSilence());
        Assert.Equal((PanelOutcome.NoAnswer, true, true), (done.Outcome, done.MadeWay, done.LinkSpoiled));
    }

    /// <summary>What the card has said stands, whatever has come meanwhile.</summary>
    [Fact]
    public async Task Answer_WhenAnotherShowHasTakenItsPlace_IsTheAnswer()
    {
        await using var rig = new WorkerOnLoopback();
        var dialogue = Dialogue(rig, () => false, () => true);
        dialogue.Start(LineHistory.InStep);
        var input = new ReadOnlySequence<byte>([1]);
        Assert.Equal(PanelOutcome.Accepted, Assert.IsType<DialogueStep.Done>(dialogue.OnBytes(ref input)).Outcome);
    }

    [Fact]
    public async Task I7_Silence_WhenBlanked_EndsForTheBlankAndNotForTheNewerShow()
    {
        await using var rig = new WorkerOnLoopback();
        var dialogue = Dialogue(rig, () => true, () => true);
        dialogue.Start(LineHistory.InStep);
        Assert.False(Assert.IsType<DialogueStep.Done>(dialogue.OnSilence()).MadeWay);
    }

    private static NewestShow Dialogue(WorkerOnLoopback rig, Func<bool> isBlanked, Func<bool> isOver)
    {
        var show = rig.Show("charity-01").Value;
        return new NewestShow(() => show, isBlanked, _ => isOver(), _ => new Stubborn());
    }

    /// <summary>Asks again as often as there is silence.</summary>
    private sealed class Stubborn : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history) => Ask();

        public DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
        {
            input = input.Slice(input.End);
            return new DialogueStep.Done(PanelOutcome.Accepted);
        }

        public DialogueStep OnAnswer(WireAnswer answer) => new DialogueStep.Done(PanelOutcome.Accepted);

        public DialogueStep OnSilence() => Ask();

        private static DialogueStep.Send Ask() => new(new WireMessage.Bytes(new byte[] { 7 }), TimeSpan.FromSeconds(2));
    }
}
