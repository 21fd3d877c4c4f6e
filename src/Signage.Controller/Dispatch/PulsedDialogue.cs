using System.Buffers;
using Signage.Controller.Health;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// A dialogue with a heartbeat. It begins when the line is free, because standing in the queue behind silent neighbours is no hang, and counts anew at every
/// step, because many tries of which each has its deadline are none either. Dispose it when the line has answered.
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
        return inner.Start(history);
    }

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
    {
        _doing?.Beat();
        return inner.OnBytes(ref input);
    }

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer)
    {
        _doing?.Beat();
        return inner.OnAnswer(answer);
    }

    /// <inheritdoc />
    public DialogueStep OnSilence()
    {
        _doing?.Beat();
        return inner.OnSilence();
    }

    /// <inheritdoc />
    public void Dispose() => _doing?.Dispose();
}
