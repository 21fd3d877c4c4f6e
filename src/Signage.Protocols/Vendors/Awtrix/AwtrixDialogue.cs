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

    private readonly AwtrixMemory _memory = new();
    private IEnumerator<AwtrixStep>? _steps;
    private IReadOnlyList<AwtrixExchange> _exchanges = [];
    private int _at;
    private int _asked;
    private int _strange;

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        _steps = plan.Steps(_memory, history).GetEnumerator();
        return NextStep();
    }

    /// <inheritdoc />
    public DialogueStep OnAnswer(WireAnswer answer)
    {
        var heard = answer switch
        {
            WireAnswer.Topic(var name, var payload) => Hear(name, payload),
            WireAnswer.Reply reply when Complaint(reply) is { } complaint => complaint,
            WireAnswer.Reply reply => HearReply(reply),
            _ => null,
        };
        return heard ?? DialogueStep.KeepListening.Instance;
    }

    /// <inheritdoc />
    public DialogueStep OnSilence()
    {
        if (_exchanges[_at].Wish == AwtrixWish.Nothing)
        {
            return NextExchange();
        }

        if (_exchanges[_at].Wish == AwtrixWish.Stats && link == AwtrixLink.Mqtt)
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
            _strange == 0 ? PanelOutcome.NoAnswer : PanelOutcome.Garbled,
            Detail: _strange == 0 ? Words.Silent.With(timing.AnswerMilliseconds, _asked) : CardWords.NoAwtrix.With(_strange),
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
                _strange = 0;
                _memory.NoRoom = false;
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
        if (wish is AwtrixWish.ScreenAfterLoop or AwtrixWish.Screen)
        {
            _memory.Screen = null;
        }

        if (_steps!.Current is AwtrixStep.Look && at == 0)
        {
            _memory.Loop = null;
        }

        return new DialogueStep.Send(message, wish switch
        {
            AwtrixWish.Nothing => TimeSpan.Zero,
            AwtrixWish.Stats when link == AwtrixLink.Mqtt => StatsWithin,
            _ => TimeSpan.FromMilliseconds(timing.AnswerMilliseconds),
        });
    }

    // Over MQTT much is told without being asked, and others ask too: everything true is noted, and only what was wished for goes on.
    private DialogueStep? Hear(string name, ReadOnlyMemory<byte> payload)
    {
        var wish = _exchanges[_at].Wish;
        switch (name)
        {
            case AwtrixWord.Loop when AwtrixReports.Loop(payload) is { } loop:
                _memory.Loop = loop;
                return null;
            case AwtrixWord.Stats when AwtrixReports.Values(payload) is { } stats:
                _memory.Stats = stats;
                return wish == AwtrixWish.Stats ? NextExchange() : null;
            case AwtrixWord.Screen when AwtrixReports.Screen(payload) is { } screen:
                _memory.Screen = screen;
                return wish == AwtrixWish.Screen || (wish == AwtrixWish.ScreenAfterLoop && _memory.Loop is not null) ? NextExchange() : null;
            case AwtrixWord.Loop or AwtrixWord.Stats or AwtrixWord.Screen:
                _strange++;
                return null;
            default:
                return null;
        }
    }

    private DialogueStep? HearReply(WireAnswer.Reply reply)
    {
        var body = reply.Body;
        var isAnswer = _exchanges[_at].Wish switch
        {
            AwtrixWish.Yes => _memory.NoRoom || body.Span.Trim((byte)' ').SequenceEqual("OK"u8),
            AwtrixWish.Loop => (_memory.Loop = AwtrixReports.Loop(body)) is not null,
            AwtrixWish.Screen => (_memory.Screen = AwtrixReports.Screen(body)) is not null,
            AwtrixWish.Settings => (_memory.Settings = AwtrixReports.Values(body)) is not null,
            AwtrixWish.Stats => (_memory.Stats = AwtrixReports.Values(body)) is not null,
            _ => false,
        };
        if (isAnswer)
        {
            return NextExchange();
        }

        _strange++;
        return _asked < timing.Attempts ? null : new DialogueStep.Done(PanelOutcome.Garbled, Detail: CardWords.NoAwtrix.With(_strange));
    }

    // 500 is what the firmware answers when it has no memory for the JSON, and to JSON that is none: ours is.
    private DialogueStep.Done? Complaint(WireAnswer.Reply reply)
    {
        _memory.NoRoom = reply.Status == 500;
        return reply.Status switch
        {
            200 or 500 => null,
            401 => new DialogueStep.Done(PanelOutcome.Rejected, Detail: CardWords.NeedsPassword),
            _ => new DialogueStep.Done(PanelOutcome.Rejected, Detail: CardWords.OtherStatus.With(reply.Status)),
        };
    }
}
