using System.Buffers;
using Signage.Controller.Health;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// A dialogue with a heartbeat. It begins when the line is free, because standing in the queue behind silent neighbours is no hang, and counts anew at every
/// step, because many tries of which each has its deadline are none either. A step that says how long it waits for an answer has that time besides. Dispose it when the line has answered.
/// </summary>
/// <param name="inner">The conversation.</param>
/// <param name="pulse">The heartbeat of whoever holds it.</param>
/// <param name="longestStep">How long one step may take before it counts as hung.</param>
internal sealed class PulsedDialogue(IPanelDialogue inner, Pulse pulse, TimeSpan longestStep) : IPanelDialogue, IDisposable
{
    private PulseWork? _doing;

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        _doing ??= pulse.Doing(longestStep);
        return Allowed(inner.Start(history));
    }

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
    {
        return Allowed(inner.OnBytes(ref input));
    }

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer)
    {
        return Allowed(inner.OnAnswer(answer));
    }

    /// <inheritdoc />
    public DialogueStep OnSilence()
    {
        return Allowed(inner.OnSilence());
    }

    // An upload has the time that its size needs: the conversation knows how long it will wait, and ends by itself after that.
    private DialogueStep Allowed(DialogueStep step)
    {
        if (step is DialogueStep.Send send)
        {
            _doing?.Beat(send.AnswerWithin);
        }
        else if (step is not DialogueStep.KeepListening)
        {
            _doing?.Beat();
        }

        return step;
    }

    /// <inheritdoc />
    public void Dispose() => _doing?.Dispose();
}
