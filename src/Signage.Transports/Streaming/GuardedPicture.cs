using System.Buffers;
using Signage.Protocols.Dialogues;

namespace Signage.Transports.Streaming;

/// <summary>
/// One picture on its way to the line. Whether it may still be sent is asked when the line is free: what was right when it was painted may be over by
/// then, replaced or blanked.
/// </summary>
/// <param name="begin">Starts the conversation at the last moment; null when there is nothing to send any more.</param>
/// <param name="ended">Told how it ended, on the thread of the line.</param>
internal sealed class GuardedPicture(Func<IPanelDialogue?> begin, Action<DialogueStep.Done> ended) : IPanelDialogue
{
    private IPanelDialogue? _inner;

    /// <summary>True when something was sent.</summary>
    public bool HasBegun => _inner is not null;

    public DialogueStep Start(LineHistory history)
    {
        _inner = begin();
        return _inner is null
            ? new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: Words.PictureOvertaken, MadeWay: true)
            : Note(_inner.Start(history));
    }

    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => Note(_inner!.OnBytes(ref input));

    public DialogueStep OnAnswer(WireAnswer answer) => Note(_inner!.OnAnswer(answer));

    public DialogueStep OnSilence() => Note(_inner!.OnSilence());

    private DialogueStep Note(DialogueStep step)
    {
        if (step is DialogueStep.Done done)
        {
            ended(done);
        }

        return step;
    }
}
