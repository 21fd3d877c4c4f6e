using System.IO.Pipelines;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>A wire as the pump uses it. What a dialogue leaves is offered again with what comes next.</summary>
internal sealed class PumpedBytes(IByteLink link) : IPumpedLink
{
    // Only for waiting; it is offered by the next call.
    private ReadResult? _waiting;

    public bool Discard() => StaleInput.Discard(link.Input);

    public bool Carries(WireMessage message) => message is WireMessage.Bytes;

    public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken) =>
        link.SendAsync(((WireMessage.Bytes)message).Data, cancellationToken);

    public TimeSpan LineTime(WireMessage message) => link.LineTime(message.Length);

    public async ValueTask WaitAsync(CancellationToken cancellationToken) =>
        _waiting = await link.Input.ReadAsync(cancellationToken).ConfigureAwait(false);

    public bool TryOffer(IPanelDialogue dialogue, out DialogueStep step)
    {
        step = DialogueStep.KeepListening.Instance;
        if (_waiting is not { } read)
        {
            if (!link.Input.TryRead(out read))
            {
                return false;
            }
        }

        _waiting = null;
        step = Offer(read, dialogue);
        return true;
    }

    private DialogueStep Offer(ReadResult read, IPanelDialogue dialogue)
    {
        var rest = read.Buffer;
        DialogueStep step = rest.IsEmpty ? DialogueStep.KeepListening.Instance : dialogue.OnBytes(ref rest);
        var unread = rest.Length;

        // After a new question the rest is offered again at once: it may hold the answer already.
        link.Input.AdvanceTo(rest.Start, step is DialogueStep.KeepListening ? read.Buffer.End : rest.Start);
        if (step is DialogueStep.Done)
        {
            return step;
        }

        if (unread > DialoguePump.MaxUnreadBytes)
        {
            return new DialogueStep.Done(PanelOutcome.Garbled, Detail: Words.OnlyRubbish.With(unread), LinkSpoiled: true);
        }

        return read.IsCompleted && step is DialogueStep.KeepListening ? DialoguePump.Closed(link) : step;
    }
}
