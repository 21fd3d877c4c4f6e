using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>A link with whole messages as the pump uses it; each is offered once.</summary>
internal sealed class PumpedMessages(IMessageLink link) : IPumpedLink
{
    // A far side that talks without end may always have more ready.
    private const int MostDiscarded = 1024;

    public bool Discard()
    {
        for (var i = 0; i < MostDiscarded && link.Input.TryRead(out _); i++)
        {
            // Each answers an older question.
        }

        return !link.Input.Completion.IsCompleted;
    }

    public bool Carries(WireMessage message) => message switch
    {
        WireMessage.Datagrams => link.Shape == LinkShape.Datagram,
        WireMessage.Topic => link.Shape == LinkShape.Topics,
        WireMessage.Request => link.Shape == LinkShape.Exchange,
        _ => false,
    };

    public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken) => link.SendAsync(message, cancellationToken);

    public TimeSpan LineTime(WireMessage message) => TimeSpan.Zero;

    public async ValueTask WaitAsync(CancellationToken cancellationToken) =>
        await link.Input.WaitToReadAsync(cancellationToken).ConfigureAwait(false);

    public bool TryOffer(IPanelDialogue dialogue, out DialogueStep step)
    {
        step = DialogueStep.KeepListening.Instance;
        if (link.Input.TryRead(out var answer))
        {
            step = dialogue.OnAnswer(answer);
            return true;
        }

        if (!link.Input.Completion.IsCompleted)
        {
            return false;
        }

        step = DialoguePump.Closed(link);
        return true;
    }
}
