using System.Buffers;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>A dialogue that ends before its next packet once its panel must be dark: what is stored in flash would light after the next power cut.</summary>
/// <param name="inner">The dialogue.</param>
/// <param name="isBlanked">Whether the panel must be dark.</param>
internal sealed class UnlessBlanked(IPanelDialogue inner, Func<bool> isBlanked) : IPanelDialogue
{
    /// <inheritdoc />
    public DialogueStep Start(LineHistory history) => isBlanked() ? Overtaken(spoiled: false) : inner.Start(history);

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => Allow(inner.OnBytes(ref input));

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer) => Allow(inner.OnAnswer(answer));

    /// <inheritdoc />
    public DialogueStep OnSilence() => Allow(inner.OnSilence());

    private DialogueStep Allow(DialogueStep step) => step is DialogueStep.Send && isBlanked() ? Overtaken(spoiled: true) : step;

    private static DialogueStep.Done Overtaken(bool spoiled) => new(PanelOutcome.NoAnswer, Detail: Words.StoreOvertaken, LinkSpoiled: spoiled);
}
