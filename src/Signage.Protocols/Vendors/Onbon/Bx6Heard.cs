using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>What came in since a question was put first and answered nothing. Owned by one <see cref="Bx6Dialogue"/>.</summary>
internal sealed class Bx6Heard
{
    private long _noise;

    /// <summary>The last reply under another number than the question's; null when there was none.</summary>
    public Bx6Reply? UnderOtherNumber { get; private set; }

    /// <summary>Notes noise, somebody else's answer, or our own question heard back on a shared line.</summary>
    public void Noise(long bytes) => _noise += bytes;

    /// <summary>The reply in a packet under the number of what was asked; null for all else, of which a reply under another number is noted.</summary>
    public Bx6Reply? ReplyIn(Bx6Packet packet, Bx6Question asked, Bx6Settings settings, ushort sequence)
    {
        var reply = Bx6Reply.In(packet, asked, settings, sequence);
        if (reply is { IsUnderItsNumber: false })
        {
            UnderOtherNumber = reply;
            return null;
        }

        return reply;
    }

    /// <summary>The end of a question that nothing answered.</summary>
    /// <param name="milliseconds">How long each answer was waited for.</param>
    /// <param name="asked">How often it was put.</param>
    /// <param name="unsent">True when only the ping before it was put.</param>
    public DialogueStep.Done Unanswered(int milliseconds, int asked, bool unsent)
    {
        string?[] told =
        [
            _noise == 0 ? Words.Silent.With(milliseconds, asked) : Words.OnlyNoise.With(_noise),
            unsent ? CardWords.QuestionUnsent : null,
            UnderOtherNumber is not null ? CardWords.OtherNumbers : null,
        ];
        return new DialogueStep.Done(
            _noise == 0 ? PanelOutcome.NoAnswer : PanelOutcome.Garbled, Detail: string.Join("; ", told.OfType<string>()), LinkSpoiled: true);
    }
}
