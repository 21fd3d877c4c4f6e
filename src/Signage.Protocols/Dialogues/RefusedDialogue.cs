namespace Signage.Protocols.Dialogues;

/// <summary>A conversation that is over before it starts: nothing is sent.</summary>
/// <param name="reason">Why, in one line.</param>
internal sealed class RefusedDialogue(string reason) : IPanelDialogue
{
    private DialogueStep.Done Answer => new(PanelOutcome.Unsupported, Detail: reason);

    /// <inheritdoc/>
    public DialogueStep Start(LineHistory history) => Answer;

    /// <inheritdoc/>
    public DialogueStep OnBytes(ref System.Buffers.ReadOnlySequence<byte> input) => Answer;

    /// <inheritdoc/>
    public DialogueStep OnAnswer(WireAnswer answer) => Answer;

    /// <inheritdoc/>
    public DialogueStep OnSilence() => Answer;
}
