using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp.Wire;

namespace Signage.Protocols.Vendors.Ddp;

/// <summary>One picture, sent whole and once. No display acknowledges pixels, so nobody can know more than that they left.</summary>
/// <param name="packets">The packets of the picture, in order.</param>
internal sealed class DdpDialogue(IReadOnlyList<ReadOnlyMemory<byte>> packets) : IPanelDialogue
{
    /// <inheritdoc/>
    public DialogueStep Start(LineHistory history) => new DialogueStep.Send(new WireMessage.Datagrams(packets), TimeSpan.Zero);

    /// <inheritdoc/>
    public DialogueStep OnSilence() => new DialogueStep.Done(PanelOutcome.SentUnverified);
}

/// <summary>
/// Asks for the JSON status, which is also how a display is found. A reply carries nothing that tells it from an older one, and needs nothing: each
/// says the same of the same display. Asking twice is safe.
/// <code>
///   asked ──the next piece of a status──► the rest is listened for
///     │ ├──its last piece, the push──► Accepted with the reading
///     │ ├──the last piece of one that makes no sense──► Garbled
///     │ ├──the last piece of an empty one──► Accepted, or Rejected where something has to be told
///     │ └──silence, attempts left──► asked again, from the first piece
///     └────silence──► NoAnswer, or Garbled when something else came
/// </code>
/// </summary>
/// <param name="question">The query.</param>
/// <param name="timing">How long and how often.</param>
/// <param name="mustTell">True when a display that answers without saying anything has not done what was asked.</param>
internal sealed class DdpStatusDialogue(byte[] question, ProfileTiming timing, bool mustTell) : IPanelDialogue
{
    private readonly DdpCodec _codec = new();
    private readonly List<byte> _told = [];
    private int _asked;
    private bool _heardOthers;

    /// <inheritdoc/>
    public DialogueStep Start(LineHistory history) => Ask();

    /// <inheritdoc/>
    public DialogueStep OnAnswer(WireAnswer answer)
    {
        if (answer is not WireAnswer.Datagram(var data) || _codec.ReadDatagram(data) is not { Reply: true, Id: DdpPacket.Status } reply)
        {
            _heardOthers = true;
            return DialogueStep.KeepListening.Instance;
        }

        // A long status comes in pieces; the last of them has the push.
        if (reply.Offset != _told.Count || _told.Count + reply.Data.Length > DdpStatus.Longest)
        {
            return DialogueStep.KeepListening.Instance;
        }

        _told.AddRange(reply.Data.Span);
        return reply.Push ? Conclude() : DialogueStep.KeepListening.Instance;
    }

    /// <inheritdoc/>
    public DialogueStep OnSilence() => _asked < timing.Attempts
        ? Ask()
        : new DialogueStep.Done(_heardOthers ? PanelOutcome.Garbled : PanelOutcome.NoAnswer, Detail: CardWords.NoStatus.With(_asked));

    private DialogueStep.Send Ask()
    {
        _asked++;
        _told.Clear();
        return new DialogueStep.Send(new WireMessage.Datagrams([question]), TimeSpan.FromMilliseconds(timing.AnswerMilliseconds));
    }

    // A display that cannot be read says so with an empty reply (docs/protocols/ddp.md, section 4): it is there all the same.
    private DialogueStep.Done Conclude() =>
        _told.Count == 0 ? new DialogueStep.Done(mustTell ? PanelOutcome.Rejected : PanelOutcome.Accepted, Detail: CardWords.CannotBeRead)
        : DdpStatus.Read(_told.ToArray()) is { } reading ? new DialogueStep.Done(PanelOutcome.Accepted, reading)
        : new DialogueStep.Done(PanelOutcome.Garbled, Detail: CardWords.StatusUnreadable);
}
