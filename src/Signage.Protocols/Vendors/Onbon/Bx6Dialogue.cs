using System.Buffers;
using System.Globalization;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>
/// One question and its answer. An ordinary frame carries a sequence, so it may be asked again under a new number and an answer to an older one
/// is passed over. A dynamic frame carries none: a late answer would look like the next one's, so it is asked once and silence spoils the link.
/// <code>
///   Start ──► asked ──ACK / reply──► Accepted
///               │ ├──NACK 3───────► Busy
///               │ ├──NACK n───────► Rejected
///               │ └──silence, ordinary, attempts left──► asked again
///               └────silence──► NoAnswer, or Garbled when bytes came that were no answer
/// </code>
/// </summary>
/// <param name="question">What is asked.</param>
/// <param name="settings">How frames are addressed.</param>
/// <param name="timing">How long and how often.</param>
/// <param name="nextSequence">Hands out sequence numbers.</param>
internal sealed class Bx6Dialogue(Bx6Question question, Bx6Settings settings, ProfileTiming timing, Func<ushort> nextSequence) : IPanelDialogue
{
    private readonly Bx6Codec _codec = new(settings.Leads, settings.Tails);
    private ushort _sequence;
    private int _asked;
    private long _noise;

    /// <inheritdoc />
    public DialogueStep Start() => Ask();

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
                case WireRead.Packet when Answer(packet!) is { } done:
                    return done;
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
        if (!question.IsDynamic && _asked < timing.Attempts)
        {
            return Ask();
        }

        return _noise == 0
            ? new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: $"no answer within {timing.AnswerMilliseconds} ms, asked {_asked} times", LinkSpoiled: true)
            : new DialogueStep.Done(PanelOutcome.Garbled, Detail: $"{_noise} bytes came, none of them an answer", LinkSpoiled: true);
    }

    private DialogueStep.Send Ask()
    {
        _asked++;
        _sequence = settings.Sequence ?? nextSequence();
        var bytes = _codec.ToBytes(question.ToPacket(settings, _sequence));
        return new DialogueStep.Send(new WireMessage.Bytes(bytes), TimeSpan.FromMilliseconds(timing.AnswerMilliseconds));
    }

    private DialogueStep.Done? Answer(Bx6Packet packet)
    {
        // A reply is addressed to us, in the frame kind of the question, and under its number where there is one.
        if (packet.Destination != settings.Source || packet is Bx6Dynamic != question.IsDynamic
            || (packet is Bx6Ordinary ordinary && ordinary.Sequence != _sequence) || Bx6Body.ReadReply(packet.Body) is not { } reply)
        {
            return null;
        }

        return (reply.Group, reply.Command) switch
        {
            (Bx6Commands.Answer, Bx6Commands.Refuse) => Refused(reply.Error),
            (Bx6Commands.Answer, Bx6Commands.Acknowledge) when question.ReplyGroup == 0 =>
                reply.Status == 0 ? new DialogueStep.Done(PanelOutcome.Accepted) : Refused(reply.Error),
            var (group, command) when question.ReplyGroup != 0 && group == question.ReplyGroup && command == question.ReplyCommand =>
                new DialogueStep.Done(PanelOutcome.Accepted, Bx6Readings.Of(reply)),
            _ => null,
        };
    }

    private static DialogueStep.Done Refused(ushort error) =>
        new(error == Bx6Error.Busy ? PanelOutcome.Busy : PanelOutcome.Rejected, Detail: Bx6Error.Describe(error));
}

/// <summary>What the replies to queries say.</summary>
internal static class Bx6Readings
{
    /// <summary>The reading of a reply; null when it makes no sense.</summary>
    public static PanelReading? Of(Bx6Body reply) => (reply.Group, reply.Command & ~Bx6Commands.ReplyBit) switch
    {
        (Bx6Commands.Control, Bx6Commands.Ping) => Bx6PingReply.Read(reply.Data) is { } ping ? Ping(ping) : null,
        (Bx6Commands.Control, Bx6Commands.Status) => Bx6StatusReply.Read(reply.Data) is { } status
            ? new PanelReading(status.Values()) { PoweredOn = status.On != 0 }
            : null,
        _ => new PanelReading([new("data", Convert.ToHexString(reply.Data.Span))]),
    };

    private static PanelReading Ping(Bx6PingReply ping)
    {
        var colour = ping.Colour switch { 1 => "1", 3 => "2", 7 => "3", 0xFF => "rgb", _ => "?" };
        var text = string.Create(CultureInfo.InvariantCulture, $"{ping.Width}x{ping.Height}x{colour}");
        return new PanelReading(ping.Values())
        {
            Face = PanelFace.TryParse(text, out var face) ? face : null,
            ScreenConfigured = ping.ParametersLoaded != 0,
            DeviceType = Bx6Hex.OnWire(ping.DeviceType),
            PoweredOn = ping.On != 0,
        };
    }
}
