using System.Buffers;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>What a conversation says of its own waiting counts for the heartbeat of whoever holds it.</summary>
public sealed class PulsedDialogueTests
{
    private static readonly TimeSpan Ordinary = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new();

    /// <summary>A programme of several megabytes over a slow network is no hang; a site that ended itself over one would begin the same upload again.</summary>
    [Fact]
    public void Upload_WhenItWaitsAsLongAsItSaid_IsNoHang()
    {
        var pulse = new Pulses(_time).Of("panel gate");
        using var dialogue = new PulsedDialogue(new Upload(TimeSpan.FromSeconds(173)), pulse, Ordinary);
        dialogue.Start(LineHistory.InStep);
        _time.Advance(TimeSpan.FromSeconds(173));
        Assert.Null(pulse.Overdue);
        _time.Advance(Ordinary + TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), pulse.Overdue);
    }

    private sealed class Upload(TimeSpan within) : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history) => new DialogueStep.Send(new WireMessage.Bytes(new byte[1]), within);

        public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => DialogueStep.KeepListening.Instance;

        public DialogueStep OnSilence() => new DialogueStep.Done(PanelOutcome.NoAnswer);
    }
}
