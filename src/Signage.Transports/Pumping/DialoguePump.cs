using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
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

    /// <summary>Runs a conversation to its end. Time-out and shutdown are told apart: only the caller's token throws.</summary>
    /// <exception cref="LinkException">The link failed while sending; close it.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the link was left in the middle of an exchange, close it.</exception>
    public async Task<DialogueStep.Done> RunAsync(IPanelLink link, IPanelDialogue dialogue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(dialogue);

        // What came in before anything was asked answers an older question.
        if (!StaleInput.Discard(link.Input))
        {
            return Closed(link);
        }

        var deadline = LineDeadline.Never;
        var step = dialogue.Start();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (step)
            {
                case DialogueStep.Done done:
                    return done;
                case DialogueStep.Send send:
                    deadline = await SendAsync(link, send, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    if (deadline == LineDeadline.Never)
                    {
                        throw new InvalidOperationException($"{dialogue.GetType().Name} listens before it has sent anything.");
                    }

                    break;
            }

            step = await ListenAsync(link, dialogue, deadline, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<LineDeadline> SendAsync(IPanelLink link, DialogueStep.Send send, CancellationToken cancellationToken)
    {
        if (send.Message is not WireMessage.Bytes(var data))
        {
            throw new InvalidOperationException($"A stream link cannot carry {send.Message.GetType().Name}.");
        }

        // A serial port takes the bytes long before the last one has left; a slow medium holds the call until they have.
        var leaves = LineDeadline.In(link.LineTime(data.Length), time);
        await link.SendAsync(data, cancellationToken).ConfigureAwait(false);
        return LineDeadline.Later(leaves, LineDeadline.In(TimeSpan.Zero, time)).Plus(send.AnswerWithin, time);
    }

    private async ValueTask<DialogueStep> ListenAsync(
        IPanelLink link, IPanelDialogue dialogue, LineDeadline deadline, CancellationToken cancellationToken)
    {
        var input = link.Input;
        while (true)
        {
            // What is already here counts even when this process was too slow to look in time.
            if (!input.TryRead(out var read))
            {
                var left = deadline.Left(time);
                if (left <= TimeSpan.Zero)
                {
                    return Silence(dialogue);
                }

                using var silence = new CancellationTokenSource(left, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
                try
                {
                    read = await input.ReadAsync(either.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    return Silence(dialogue);
                }
            }

            var step = Offer(link, read, dialogue);
            if (step is not DialogueStep.KeepListening)
            {
                return step;
            }

            // Rubbish without end must not hold the line beyond the deadline.
            if (deadline.Left(time) <= TimeSpan.Zero)
            {
                return Silence(dialogue);
            }
        }
    }

    private static DialogueStep Offer(IPanelLink link, ReadResult read, IPanelDialogue dialogue)
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

        if (unread > MaxUnreadBytes)
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"{unread} bytes came and none of them were an answer");
            return new DialogueStep.Done(PanelOutcome.Garbled, Detail: detail, LinkSpoiled: true);
        }

        return read.IsCompleted && step is DialogueStep.KeepListening ? Closed(link) : step;
    }

    private static DialogueStep.Done Closed(IPanelLink link) => new(PanelOutcome.NoAnswer, Detail: link.WhyClosed, LinkSpoiled: true);

    private static DialogueStep Silence(IPanelDialogue dialogue) =>
        dialogue.OnSilence() is var step and not DialogueStep.KeepListening
            ? step
            : throw new InvalidOperationException($"{dialogue.GetType().Name} wants to go on listening after its deadline.");
}
