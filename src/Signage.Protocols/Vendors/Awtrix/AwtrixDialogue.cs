using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>
/// Carries a plan, step by step, over topics or requests. Whatever is asked may be asked again, and whatever is said may be said again: each word
/// sets something, none adds to it.
/// <code>
///   step ──► its messages, one behind the other ──the answer, or nothing is waited for──► next message ──none left──► next step
///                  │  ▲
///                  │  └─silence, attempts left: the messages of the step anew
///                  └──── silence ──► NoAnswer, or Garbled when something came that was no answer
/// </code>
/// </summary>
/// <param name="plan">What is said and asked.</param>
/// <param name="link">Which way.</param>
/// <param name="timing">How long and how often.</param>
internal sealed class AwtrixDialogue(IAwtrixPlan plan, AwtrixLink link, ProfileTiming timing) : IPanelDialogue
{
    // A clock tells its state every ten seconds, unless its own dev.json says otherwise.
    private static readonly TimeSpan StatsWithin = TimeSpan.FromSeconds(12);

    private readonly AwtrixHearing _hearing = new();
    private IEnumerator<AwtrixStep>? _steps;
    private IReadOnlyList<AwtrixExchange> _exchanges = [];
    private int _at;
    private int _asked;

    private AwtrixWish Wish => _exchanges[_at].Wish;

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        _steps = plan.Steps(_hearing.Memory, history).GetEnumerator();
        return NextStep();
    }

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer) => answer switch
    {
        WireAnswer.Topic topic when _hearing.IsAnswer(topic, Wish) => NextExchange(),
        WireAnswer.Reply reply when _hearing.Refusal(reply) is { } refusal => refusal,
        WireAnswer.Reply reply when _hearing.IsAnswer(reply, Wish) => NextExchange(),
        WireAnswer.Reply when _asked >= timing.Attempts => new DialogueStep.Done(PanelOutcome.Garbled, Detail: CardWords.NoAwtrix.With(_hearing.Strange)),
        _ => DialogueStep.KeepListening.Instance,
    };

    /// <inheritdoc />
    public DialogueStep OnSilence()
    {
        if (Wish == AwtrixWish.Nothing)
        {
            return NextExchange();
        }

        if (Wish == AwtrixWish.Stats && link == AwtrixLink.Mqtt)
        {
            // It tells its state when it likes; that it did not says nothing of whether it is there.
            return NextStep();
        }

        if (_asked < timing.Attempts)
        {
            _asked++;
            return Send(0);
        }

        return new DialogueStep.Done(
            _hearing.Strange == 0 ? PanelOutcome.NoAnswer : PanelOutcome.Garbled,
            Detail: _hearing.Strange > 0 ? CardWords.NoAwtrix.With(_hearing.Strange)
                : link == AwtrixLink.Mqtt ? CardWords.SilentByBroker.With(_asked)
                : CardWords.SilentByRequest.With(_asked),
            LinkSpoiled: true);
    }

    private DialogueStep NextStep()
    {
        while (_steps!.MoveNext())
        {
            if (_steps.Current is AwtrixStep.End end)
            {
                return end.Done;
            }

            _exchanges = AwtrixWays.Of(_steps.Current, link);
            if (_exchanges.Count > 0)
            {
                _asked = 1;
                _hearing.Begin();
                return Send(0);
            }
        }

        throw new InvalidOperationException($"{plan.GetType().Name} ends without an end.");
    }

    private DialogueStep NextExchange() => _at + 1 < _exchanges.Count ? Send(_at + 1) : NextStep();

    private DialogueStep.Send Send(int at)
    {
        _at = at;
        var (message, wish) = _exchanges[at];
        _hearing.Forget(wish, loop: at == 0 && _steps!.Current is AwtrixStep.Look);
        return new DialogueStep.Send(message, wish switch
        {
            AwtrixWish.Nothing => TimeSpan.Zero,
            AwtrixWish.Stats when link == AwtrixLink.Mqtt => StatsWithin,
            _ => TimeSpan.FromMilliseconds(timing.AnswerMilliseconds),
        });
    }
}
