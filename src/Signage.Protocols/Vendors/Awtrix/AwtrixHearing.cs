using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>Reads what a clock says: notes everything true, and tells whether it is what was wished for. Owned by one conversation.</summary>
internal sealed class AwtrixHearing
{
    private const int Ok = 200;
    private const int NoMemory = 500;
    private const int NoPassword = 401;

    /// <summary>What the clock said so far.</summary>
    public AwtrixMemory Memory { get; } = new();

    /// <summary>How much came in this step that claimed to be an answer and made no sense.</summary>
    public int Strange { get; private set; }

    /// <summary>A step begins.</summary>
    public void Begin() => (Strange, Memory.NoRoom) = (0, false);

    /// <summary>What was told before a question is no answer to it: forgets the pixels where they are wished for, and the loop.</summary>
    public void Forget(AwtrixWish wish, bool loop) => (Memory.Screen, Memory.Loop) =
        (wish is AwtrixWish.ScreenAfterLoop or AwtrixWish.Screen ? null : Memory.Screen, loop ? null : Memory.Loop);

    /// <summary>The end that the status of a reply means; null where the body counts.</summary>
    public DialogueStep.Done? Refusal(WireAnswer.Reply reply)
    {
        // 500 is what the firmware answers when it has no memory for the JSON, and to JSON that is none: ours is.
        Memory.NoRoom = reply.Status == NoMemory;
        return reply.Status switch
        {
            Ok or NoMemory => null,
            NoPassword => new DialogueStep.Done(PanelOutcome.Rejected, Detail: CardWords.NeedsPassword),
            _ => new DialogueStep.Done(PanelOutcome.Rejected, Detail: CardWords.OtherStatus.With(reply.Status)),
        };
    }

    /// <summary>True when the body of a reply is what was wished for.</summary>
    public bool IsAnswer(WireAnswer.Reply reply, AwtrixWish wish)
    {
        var body = reply.Body;
        var isAnswer = wish switch
        {
            AwtrixWish.Yes => Memory.NoRoom || body.Span.Trim((byte)' ').SequenceEqual("OK"u8),
            AwtrixWish.Loop => (Memory.Loop = AwtrixReports.Loop(body)) is not null,
            AwtrixWish.Screen => (Memory.Screen = AwtrixReports.Screen(body)) is not null,
            AwtrixWish.Settings => (Memory.Settings = AwtrixReports.Values(body)) is not null,
            AwtrixWish.Stats => (Memory.Stats = AwtrixReports.Values(body)) is not null,
            _ => false,
        };
        Strange += isAnswer ? 0 : 1;
        return isAnswer;
    }

    /// <summary>
    /// True when a topic is what was wished for. Over MQTT much is told without being asked, and others ask too: everything true is noted, and only what was
    /// wished for goes on.
    /// </summary>
    public bool IsAnswer(WireAnswer.Topic topic, AwtrixWish wish)
    {
        switch (topic.Name)
        {
            case AwtrixWord.Loop when AwtrixReports.Loop(topic.Payload) is { } loop:
                Memory.Loop = loop;
                return false;
            case AwtrixWord.Stats when AwtrixReports.Values(topic.Payload) is { } stats:
                Memory.Stats = stats;
                return wish == AwtrixWish.Stats;
            case AwtrixWord.Screen when AwtrixReports.Screen(topic.Payload) is { } screen:
                Memory.Screen = screen;
                return wish == AwtrixWish.Screen || (wish == AwtrixWish.ScreenAfterLoop && Memory.Loop is not null);
            case AwtrixWord.Loop or AwtrixWord.Stats or AwtrixWord.Screen:
                Strange++;
                return false;
            default:
                return false;
        }
    }
}
