using System.Buffers;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>
/// One question and its answer. An ordinary frame carries a sequence, so it may be asked again under a new number and an answer to an older one
/// is passed over. A dynamic frame carries none: a late answer would look like its own, so it is asked once, and only after everything older has
/// come. Where that is not known a ping goes first; the card answers in order, so its reply is the last of what was late.
/// <code>
///   Start ──ordinary, or nothing can be late──────────────────► asked
///     └─────dynamic, and something may be late──► pinged          │
///                                                  │ ├──any reply under its number──► asked
///                                                  │ ├──silence, but a reply under another number──► asked
///                                                  │ └──silence, attempts left──► pinged again
///                                                  └────silence──► NoAnswer or Garbled; nothing of the question was sent
///   asked ──ACK / reply──► Accepted
///     │ ├──NACK 3, 5────► Busy
///     │ ├──NACK n───────► Rejected
///     │ ├──silence, but a reply under another number that is believed──► as that reply says
///     │ └──silence, ordinary, attempts left──► asked again
///     └────silence──► NoAnswer, or Garbled when bytes came that were no answer
/// </code>
/// </summary>
/// <param name="question">What is asked.</param>
/// <param name="settings">How frames are addressed.</param>
/// <param name="timing">How long and how often.</param>
/// <param name="nextSequence">Hands out sequence numbers.</param>
internal sealed class Bx6Dialogue(Bx6Question question, Bx6Settings settings, ProfileTiming timing, Func<ushort> nextSequence) : IPanelDialogue
{
    private readonly Bx6Codec _codec = new(settings.Leads, settings.Tails);
    private bool _catchesUp;
    private ushort _sequence;
    private int _asked;
    private Bx6Heard _heard = new();
    private LineHistory _history;

    /// <summary>What the card said last; null before that.</summary>
    public Bx6Body? Reply { get; private set; }

    private Bx6Question Current => _catchesUp ? Bx6Questions.Ping : question;

    /// <inheritdoc />
    public DialogueStep Start(LineHistory history)
    {
        // Where frames carry an address there are several cards, and what the line last heard may have been another one.
        _history = history;
        var lateIsExcluded = history == LineHistory.InStep && Bx6Packet.IsAny(settings.Destination);
        return Ask(catchUp: question.IsDynamic && !lateIsExcluded);
    }

    /// <inheritdoc />
    public DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
    {
        while (true)
        {
            var before = input.Length;
            switch (_codec.TryRead(ref input, out var packet))
            {
                case WireRead.NeedMore:
                    return DialogueStep.KeepListening.Instance;
                case WireRead.Packet when _heard.ReplyIn(packet!, Current, settings, _sequence) is { } reply && Take(reply) is { } step:
                    // Whatever came behind the reply to a ping was said before the question is: it answers nothing.
                    input = step is DialogueStep.Send ? input.Slice(input.End) : input;
                    return step;
                default:
                    _heard.Noise(before - input.Length);
                    continue;
            }
        }
    }

    /// <inheritdoc />
    public DialogueStep OnSilence()
    {
        if (_heard.UnderOtherNumber is { } reply && (_catchesUp || Bx6Reply.IsBelievedAnyway(question, _history)) && Take(reply) is { } step)
        {
            return step;
        }

        if (!Current.IsDynamic && _asked < timing.Attempts)
        {
            return Again();
        }

        return _heard.Unanswered(timing.AnswerMilliseconds, _asked, unsent: _catchesUp);
    }

    private DialogueStep.Send Ask(bool catchUp)
    {
        (_catchesUp, _asked, _heard) = (catchUp, 0, new Bx6Heard());
        return Again();
    }

    private DialogueStep.Send Again()
    {
        _asked++;
        _sequence = settings.Sequence ?? nextSequence();
        var bytes = _codec.ToBytes(Current.ToPacket(settings, _sequence));
        return new DialogueStep.Send(new WireMessage.Bytes(bytes), TimeSpan.FromMilliseconds(timing.AnswerMilliseconds));
    }

    // To a ping that only waits for what is late any reply will do: by now it has come.
    private DialogueStep? Take(Bx6Reply reply)
    {
        if (_catchesUp)
        {
            return Ask(catchUp: false);
        }

        Reply = reply.Body;
        return reply.Meaning(question);
    }
}
