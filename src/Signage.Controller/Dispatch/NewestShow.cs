using System.Buffers;
using Signage.Core.Shows;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>
/// A dialogue that chooses its show at the last moment. On a shared line a worker may stand in the queue for seconds while neighbours are silent;
/// what it wanted to send when it queued may be over by the time its turn comes, and words that are over must not be lit.
/// </summary>
/// <param name="choose">The newest show; asked once, when the line is free.</param>
/// <param name="begin">The adapter's dialogue for a show.</param>
internal sealed class NewestShow(Func<Show> choose, Func<Show, IPanelDialogue> begin) : IPanelDialogue
{
    private IPanelDialogue? _inner;

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        _inner = begin(choose());
        return _inner.Start(history);
    }

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => _inner!.OnBytes(ref input);

    /// <inheritdoc />
    public DialogueStep OnSilence() => _inner!.OnSilence();
}
