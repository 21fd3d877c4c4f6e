using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Wled.Wire;

namespace Signage.Protocols.Vendors.Wled;

/// <summary>
/// One request over HTTP and its reply. A reply always answers the last request, so nothing can be late; every request sets or asks for a value, so
/// asking twice is safe.
/// <code>
///   asked ──200 that makes sense──► what it says
///     │ ├──200 that makes none──► Garbled
///     │ ├──503──► Busy
///     │ ├──another status──► Rejected with the status and the controller's error
///     │ └──silence, attempts left──► asked again
///     └────silence──► NoAnswer
/// </code>
/// </summary>
/// <param name="request">The request.</param>
/// <param name="timing">How long and how often.</param>
/// <param name="read">Makes an end of a good reply; null when it makes no sense.</param>
internal sealed class WledDialogue(WireMessage.Request request, ProfileTiming timing, Func<ReadOnlyMemory<byte>, DialogueStep.Done?> read) : IPanelDialogue
{
    private const int Ok = 200;
    private const int Unavailable = 503;
    private int _asked;

    /// <inheritdoc/>
    public DialogueStep Start(LineHistory history) => Ask();

    /// <inheritdoc/>
    public DialogueStep OnAnswer(WireAnswer answer) => answer switch
    {
        WireAnswer.Reply(Ok, _, var body) => read(body) ?? new DialogueStep.Done(PanelOutcome.Garbled, Detail: CardWords.NotWled.With(request.Path)),
        WireAnswer.Reply(Unavailable, _, _) => new DialogueStep.Done(PanelOutcome.Busy, Detail: CardWords.Busy),
        WireAnswer.Reply(var status, _, var body) =>
            new DialogueStep.Done(PanelOutcome.Rejected, Detail: CardWords.Refused.With(request.Path, status, WledReply.Error(body) ?? "—")),
        _ => DialogueStep.KeepListening.Instance,
    };

    /// <inheritdoc/>
    public DialogueStep OnSilence() => _asked < timing.Attempts
        ? Ask()
        : new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: CardWords.Silent.With(request.Path, _asked));

    private DialogueStep.Send Ask()
    {
        _asked++;
        return new DialogueStep.Send(request, TimeSpan.FromMilliseconds(timing.AnswerMilliseconds));
    }
}
