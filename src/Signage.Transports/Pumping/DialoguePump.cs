using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>The only place that waits on a panel: carries the steps of any vendor's dialogue over any link.</summary>
/// <param name="time">Line time; the real clock, or one fake clock for both ends of a test.</param>
public sealed class DialoguePump(TimeProvider time)
{
    /// <summary>Runs a conversation to its end. Time-out and shutdown are told apart: only the caller's token throws.</summary>
    /// <exception cref="LinkException">The link failed while sending; close it.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the link was left in the middle of an exchange, close it.</exception>
    public Task<DialogueStep.Done> RunAsync(IPanelLink link, IPanelDialogue dialogue, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{time} {link} {dialogue} {cancellationToken}");
}
