using System.Buffers;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>
/// A conversation of several ordinary questions, each a <see cref="Bx6Dialogue"/>.
/// <code>
///   Start ──► asked 1 ──yes──► asked 2 ──yes──► … ──► the plan's conclusion
///               │ └──no, and that may be──────► the next
///               └──no, busy, silence──────────► over: the step and the card's reason
/// </code>
/// </summary>
/// <param name="plan">What is asked.</param>
/// <param name="settings">How frames are addressed.</param>
/// <param name="timing">How long and how often.</param>
/// <param name="nextSequence">Hands out sequence numbers.</param>
internal sealed class Bx6PlanDialogue(IBx6Plan plan, Bx6Settings settings, ProfileTiming timing, Func<ushort> nextSequence) : IPanelDialogue
{
    // Wiping flash takes longer than an ordinary answer; the vendor's software waits up to 9 s for its slower cards.
    private const int WritingMilliseconds = 9_000;

    private readonly IEnumerator<Bx6Exchange> _questions = plan.Questions().GetEnumerator();
    private Bx6Dialogue? _asking;
    private bool _written;

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history) => AskNext(history);

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
    {
        if (_asking!.OnBytes(ref input) is not DialogueStep.Done done)
        {
            return DialogueStep.KeepListening.Instance;
        }

        // Whatever stands behind an answer was said before the next question is.
        input = input.Slice(input.End);
        return After(done);
    }

    /// <inheritdoc />
    public DialogueStep OnSilence() => _asking!.OnSilence() is var step && step is DialogueStep.Done done ? After(done) : step;

    private DialogueStep After(DialogueStep.Done done)
    {
        var exchange = _questions.Current;
        if (done.Outcome != PanelOutcome.Accepted && !(done.Outcome == PanelOutcome.Rejected && exchange.MayBeRefused))
        {
            var step = Bx6Body.Name(exchange.Question.Body.Span);
            return done with { Detail = _written ? CardWords.WritingBroke.With(step, done.Detail) : CardWords.StepFailed.With(step, done.Detail) };
        }

        exchange.Reply = done.Outcome == PanelOutcome.Accepted ? _asking!.Reply : null;
        return AskNext(LineHistory.InStep);
    }

    private DialogueStep AskNext(LineHistory history)
    {
        if (!_questions.MoveNext())
        {
            return plan.Conclusion;
        }

        var exchange = _questions.Current;
        _written |= exchange.Writes;
        var patience = exchange.Writes
            ? timing with { Attempts = 1, AnswerMilliseconds = Math.Max(timing.AnswerMilliseconds, WritingMilliseconds) }
            : timing;
        _asking = new Bx6Dialogue(exchange.Question, settings, patience, nextSequence);
        return _asking.Start(history);
    }
}
