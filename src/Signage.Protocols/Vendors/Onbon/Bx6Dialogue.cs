using System.Buffers;
using Signage.Core.Text;
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
    private long _noise;
    private LineHistory _history;
    private Bx6Body? _underOtherNumber;

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
                case WireRead.Packet when Next(packet!) is { } step:
                    // Whatever came behind the reply to a ping was said before the question is: it answers nothing.
                    input = step is DialogueStep.Send ? input.Slice(input.End) : input;
                    return step;
                default:
                    // Noise, somebody else's answer, or our own question heard back on a shared line.
                    _noise += before - input.Length;
                    continue;
            }
        }
    }

    /// <inheritdoc />
    public DialogueStep OnSilence()
    {
        if (_underOtherNumber is { } reply && Believe(reply) is { } step)
        {
            return step;
        }

        if (!Current.IsDynamic && _asked < timing.Attempts)
        {
            return Again();
        }

        string?[] told =
        [
            _noise == 0 ? Words.Silent.With(timing.AnswerMilliseconds, _asked) : Words.OnlyNoise.With(_noise),
            _catchesUp ? CardWords.QuestionUnsent : null,
            _underOtherNumber is not null ? CardWords.OtherNumbers : null,
        ];
        return new DialogueStep.Done(
            _noise == 0 ? PanelOutcome.NoAnswer : PanelOutcome.Garbled, Detail: string.Join("; ", told.OfType<string>()), LinkSpoiled: true);
    }

    private DialogueStep.Send Ask(bool catchUp)
    {
        (_catchesUp, _asked, _noise, _underOtherNumber) = (catchUp, 0, 0, null);
        return Again();
    }

    private DialogueStep.Send Again()
    {
        _asked++;
        _sequence = settings.Sequence ?? nextSequence();
        var bytes = _codec.ToBytes(Current.ToPacket(settings, _sequence));
        return new DialogueStep.Send(new WireMessage.Bytes(bytes), TimeSpan.FromMilliseconds(timing.AnswerMilliseconds));
    }

    private DialogueStep? Next(Bx6Packet packet) => ReplyIn(packet) is not { } reply ? null : _catchesUp ? Ask(catchUp: false) : Answer(reply);

    /// <summary>A reply is addressed to us by the card that was asked, in the frame kind of the question, and under its number where there is one.</summary>
    private Bx6Body? ReplyIn(Bx6Packet packet)
    {
        if (packet.Destination != settings.Source || !IsAsked(packet.Source) || packet is Bx6Dynamic != Current.IsDynamic
            || Bx6Body.ReadReply(packet.Body) is not { } reply)
        {
            return null;
        }

        if (packet is Bx6Ordinary ordinary && ordinary.Sequence != _sequence)
        {
            _underOtherNumber = reply;
            return null;
        }

        return reply;
    }

    /// <summary>
    /// That a card repeats the number of a question is not attested. When nothing came under the right one within the whole answer time, a reply under
    /// another is believed where it can do no harm: to a ping that only waits for what is late, because by now it has come; to a query, because it
    /// tells of the card, not of the question; to anything else only where no older question can still be open.
    /// </summary>
    private DialogueStep? Believe(Bx6Body reply) =>
        _catchesUp ? Ask(catchUp: false) : question.ReplyGroup != 0 || _history == LineHistory.InStep ? Answer(reply) : null;

    // Whether a card signs with its own number is not attested; only one that signs with another's is surely not the one that was asked.
    private bool IsAsked(ushort source) =>
        Bx6Packet.IsAny(settings.Destination) || Bx6Packet.IsAny(source) || source == settings.Destination;

    private DialogueStep.Done? Answer(Bx6Body reply)
    {
        Reply = reply;
        return Meaning(reply);
    }

    private DialogueStep.Done? Meaning(Bx6Body reply) => (reply.Group, reply.Command) switch
    {
        (Bx6Commands.Answer, Bx6Commands.Refuse) => Refused(reply.Error),
        (Bx6Commands.Answer, Bx6Commands.Acknowledge) when question.ReplyGroup == 0 =>
            reply.Status == 0 ? new DialogueStep.Done(PanelOutcome.Accepted) : Refused(reply.Error),
        var (group, command) when question.ReplyGroup != 0 && group == question.ReplyGroup && command == question.ReplyCommand =>
            new DialogueStep.Done(PanelOutcome.Accepted, Bx6Readings.Of(reply)),
        _ => null,
    };

    // A wrong checksum is noise on the way there: the same bytes may arrive whole the next time.
    private static DialogueStep.Done Refused(ushort error) =>
        new(error is Bx6Error.Busy or Bx6Error.Checksum ? PanelOutcome.Busy : PanelOutcome.Rejected, Detail: Bx6Error.Describe(error));
}
