using System.Buffers;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// A dialogue that chooses its show at the last moment. On a shared line a worker may stand in the queue for seconds while neighbours are silent;
/// what it wanted to send when it queued may be over by the time its turn comes, and words that are over, or blanked, must not be lit. Nor may they while a card that does not answer
/// is asked again and again.
/// </summary>
/// <param name="choose">The newest show, or null when nothing may be lit any more; asked once, when the line is free.</param>
/// <param name="isBlanked">True when nothing may be lit any more; asked before every further packet, because the show may be the second one.</param>
/// <param name="isOver">True when another show has taken the place of the one that was chosen; asked before every further packet too.</param>
/// <param name="begin">The adapter's dialogue for a show.</param>
internal sealed class NewestShow(Func<Show?> choose, Func<bool> isBlanked, Func<Show, bool> isOver, Func<Show, IPanelDialogue> begin) : IPanelDialogue
{
    private IPanelDialogue? _inner;

    /// <summary>The show that was chosen; null before that, or when nothing might be lit.</summary>
    public Show? Chosen { get; private set; }

    /// <summary>True once the line was free and its link open.</summary>
    public bool HasStarted { get; private set; }

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        HasStarted = true;
        if ((Chosen = choose()) is not { } show)
        {
            return Overtaken(spoiled: false);
        }

        _inner = begin(show);
        return _inner.Start(history);
    }

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => Allow(_inner!.OnBytes(ref input));

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer) => Allow(_inner!.OnAnswer(answer));

    /// <inheritdoc />
    public DialogueStep OnSilence() => Allow(_inner!.OnSilence());

    // Something was asked before; whether its answer has come, only the dialogue inside knows.
    private DialogueStep Allow(DialogueStep step) =>
        step is not DialogueStep.Send ? step
        : isBlanked() ? Overtaken(spoiled: true)
        : isOver(Chosen!) ? new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: Words.OvertakenByNewer, LinkSpoiled: true, MadeWay: true)
        : step;

    private static DialogueStep.Done Overtaken(bool spoiled) =>
        new(PanelOutcome.NoAnswer, Detail: Words.OvertakenByBlank, LinkSpoiled: spoiled);
}
