using System.Buffers;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// A conversation about a card's clock that is put together when the line is free: a time that stood in a queue would be over. It gives way to whatever has become more
/// urgent meanwhile.
/// </summary>
/// <param name="begin">Begins it; null when something else goes first. Asked once.</param>
internal sealed class ClockTalk(Func<IPanelDialogue?> begin) : IPanelDialogue
{
    private IPanelDialogue? _inner;

    /// <summary>True when something else went first, and nothing was said.</summary>
    public bool HasGivenWay { get; private set; }

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        _inner = begin();
        HasGivenWay = _inner is null;
        return _inner?.Start(history) ?? new DialogueStep.Done(PanelOutcome.NoAnswer);
    }

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => _inner!.OnBytes(ref input);

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer) => _inner!.OnAnswer(answer);

    /// <inheritdoc />
    public DialogueStep OnSilence() => _inner!.OnSilence();
}
