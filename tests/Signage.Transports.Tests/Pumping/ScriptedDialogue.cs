using System.Buffers;
using Signage.Protocols.Dialogues;

namespace Signage.Transports.Tests.Pumping;

/// <summary>Sends 1; is content with the byte 6 ("yes"), skips everything else, and does on silence what the test says.</summary>
internal sealed class ScriptedDialogue : IPanelDialogue
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static readonly DialogueStep.Done Yes = new(PanelOutcome.Accepted);

    public static readonly DialogueStep.Done No = new(PanelOutcome.NoAnswer, Detail: "silence");

    public DialogueStep First { get; set; } = Say(1);

    public Func<byte, DialogueStep?> OnByte { get; set; } = value => value == 6 ? Yes : null;

    public Func<DialogueStep> WhenSilent { get; set; } = () => No;

    public bool Consumes { get; set; } = true;

    public List<byte> Heard { get; } = [];

    /// <summary>What it was told when it started; null as long as it has not.</summary>
    public LineHistory? Told { get; private set; }

    public static DialogueStep.Send Say(params byte[] bytes) => new(new WireMessage.Bytes(bytes), Patience);

    public DialogueStep Start(LineHistory history)
    {
        Told = history;
        return First;
    }

    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
    {
        while (Consumes && !input.IsEmpty)
        {
            var value = input.FirstSpan[0];
            input = input.Slice(1);
            Heard.Add(value);
            if (OnByte(value) is { } step)
            {
                return step;
            }
        }

        return DialogueStep.KeepListening.Instance;
    }

    public DialogueStep OnSilence() => WhenSilent();
}
