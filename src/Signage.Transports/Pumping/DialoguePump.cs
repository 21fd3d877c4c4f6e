using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>The only place that waits on a panel: carries the steps of any vendor's dialogue over any link.</summary>
/// <param name="time">Line time; the real clock, or one fake clock for both ends of a test.</param>
public sealed class DialoguePump(TimeProvider time)
{
    /// <summary>A dialogue may leave at most so many bytes unread; no answer of any card comes near it.</summary>
    public const int MaxUnreadBytes = 1 << 20;

    internal TimeProvider Time => time;

    /// <summary>
    /// Runs a conversation to its end. Time-out and shutdown are told apart: only the caller's token throws. A message that the link cannot
    /// carry is an outcome (<see cref="PanelOutcome.Unsupported"/>).
    /// </summary>
    /// <param name="link">The link, used by nobody else meanwhile.</param>
    /// <param name="dialogue">The conversation; not started yet.</param>
    /// <param name="history">What is known of the exchanges before on this link; the dialogue is told.</param>
    /// <param name="makeWay">
    /// Cancelled when the conversation should end early and without harm: a packet that is leaving goes out whole, then listening ends as
    /// <see cref="PanelOutcome.NoAnswer"/> with <see cref="DialogueStep.Done.MadeWay"/>.
    /// </param>
    /// <param name="cancellationToken">Cancelled when the caller gives up.</param>
    /// <exception cref="LinkException">The link failed while sending; close it.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the link was left in the middle of an exchange, close it.</exception>
    public async Task<DialogueStep.Done> RunAsync(
        IPanelLink link, IPanelDialogue dialogue, LineHistory history, CancellationToken makeWay, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(dialogue);

        // What came in before anything was asked answers an older question.
        var pumped = PumpedLinks.Of(link);
        if (!pumped.Discard())
        {
            return Closed(link);
        }

        if (makeWay.IsCancellationRequested)
        {
            return MadeWay(LineWait.Nothing);
        }

        var wait = LineWait.Nothing;
        var step = dialogue.Start(history);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (step)
            {
                case DialogueStep.Done done:
                    return done;
                case DialogueStep.Send when makeWay.IsCancellationRequested:
                    return MadeWay(wait);
                case DialogueStep.Send send when pumped.Carries(send.Message):
                    wait = await SendAsync(pumped, send, cancellationToken).ConfigureAwait(false);
                    break;
                case DialogueStep.Send misfit:
                    return Misfit(misfit.Message, wait);
                case var _ when wait == LineWait.Nothing:
                    throw new InvalidOperationException($"{dialogue.GetType().Name} listens before it has sent anything.");
                default:
                    break;
            }

            step = await ListenAsync(pumped, dialogue, wait, makeWay, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<LineWait> SendAsync(IPumpedLink pumped, DialogueStep.Send send, CancellationToken cancellationToken)
    {
        // A serial port takes the bytes long before the last one has left; a slow medium holds the call until they have.
        var leaves = LineDeadline.In(pumped.LineTime(send.Message), time);
        await pumped.SendAsync(send.Message, cancellationToken).ConfigureAwait(false);
        leaves = LineDeadline.Later(leaves, LineDeadline.In(TimeSpan.Zero, time));
        return new LineWait(leaves, leaves.Plus(send.AnswerWithin, time));
    }

    private async ValueTask<DialogueStep> ListenAsync(
        IPumpedLink pumped, IPanelDialogue dialogue, LineWait wait, CancellationToken makeWay, CancellationToken cancellationToken)
    {
        while (true)
        {
            // What is already here counts even when this process was too slow to look in time.
            if (pumped.TryOffer(dialogue, out var step))
            {
                if (step is not DialogueStep.KeepListening)
                {
                    return step;
                }

                // Rubbish without end must hold neither the line beyond the deadline nor whoever ends the site.
                cancellationToken.ThrowIfCancellationRequested();
                if (wait.Left(makeWay.IsCancellationRequested, time) <= TimeSpan.Zero)
                {
                    return Over(makeWay.IsCancellationRequested, dialogue, wait);
                }

                continue;
            }

            var makingWay = makeWay.IsCancellationRequested;
            var left = wait.Left(makingWay, time);
            if (left <= TimeSpan.Zero)
            {
                return Over(makingWay, dialogue, wait);
            }

            using var silence = new CancellationTokenSource(left, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(
                silence.Token, makingWay ? CancellationToken.None : makeWay, cancellationToken);
            try
            {
                await pumped.WaitAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                if (silence.IsCancellationRequested)
                {
                    return Over(makingWay, dialogue, wait);
                }
            }
        }
    }

    internal static DialogueStep.Done Closed(IPanelLink link) => new(PanelOutcome.NoAnswer, Detail: link.WhyClosed, LinkSpoiled: true);

    // Only an exchange of which something was sent can leave a late answer behind.
    private static DialogueStep.Done MadeWay(LineWait wait) =>
        new(PanelOutcome.NoAnswer, Detail: Words.MadeWay, LinkSpoiled: wait != LineWait.Nothing, MadeWay: true);

    private static DialogueStep.Done Misfit(WireMessage message, LineWait wait) => new(
        PanelOutcome.Unsupported,
        Detail: Words.OtherMedium.With(message.GetType().Name),
        LinkSpoiled: wait != LineWait.Nothing);

    private static DialogueStep Over(bool makingWay, IPanelDialogue dialogue, LineWait wait) => makingWay ? MadeWay(wait) : Silence(dialogue);

    private static DialogueStep Silence(IPanelDialogue dialogue) =>
        dialogue.OnSilence() is var step and not DialogueStep.KeepListening
            ? step
            : throw new InvalidOperationException($"{dialogue.GetType().Name} wants to go on listening after its deadline.");
}
