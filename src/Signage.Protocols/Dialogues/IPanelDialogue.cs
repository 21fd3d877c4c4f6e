using System.Buffers;

namespace Signage.Protocols.Dialogues;

/// <summary>
/// A vendor's conversation as a machine: one-shot, owns nothing, waits for nothing. The pump in Transports asks it what to do. It knows
/// whether asking twice is safe, so retries of a question live here, with a limit. It implements the one of <see cref="OnBytes"/> and
/// <see cref="OnAnswer"/> that belongs to the shape of its links; whoever wraps a dialogue hands on both.
/// </summary>
public interface IPanelDialogue
{
    /// <summary>The first step: <see cref="DialogueStep.Send"/>, or <see cref="DialogueStep.Done"/> when there is nothing to say.</summary>
    /// <param name="history">
    /// Told <see cref="LineHistory.Unknown"/>, a dialogue whose answers carry nothing that tells them from older ones first makes sure that
    /// the older ones have come.
    /// </param>
    DialogueStep Start(LineHistory history);

    /// <summary>
    /// Bytes came in on a stream. The dialogue moves <paramref name="input"/> past what it used and leaves the rest for the next call.
    /// </summary>
    DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
    {
        input = input.Slice(input.End);
        return DialogueStep.KeepListening.Instance;
    }

    /// <summary>A whole message came in on a link that has such. What does not belong to the question is answered with <see cref="DialogueStep.KeepListening"/>.</summary>
    DialogueStep OnAnswer(WireAnswer answer) => DialogueStep.KeepListening.Instance;

    /// <summary>The deadline of the last <see cref="DialogueStep.Send"/> has passed: <see cref="DialogueStep.Send"/> again, or <see cref="DialogueStep.Done"/>.</summary>
    DialogueStep OnSilence();
}
