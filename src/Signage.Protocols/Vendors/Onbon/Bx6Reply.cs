using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>A reply of the card that was asked, and what it means to a question.</summary>
/// <param name="Body">What the card said.</param>
/// <param name="IsUnderItsNumber">False for a reply to an ordinary frame under another number than the one that was asked last.</param>
internal sealed record Bx6Reply(Bx6Body Body, bool IsUnderItsNumber)
{
    /// <summary>
    /// The reply in a packet: addressed to us by the card that was asked, in the frame kind of the question. Null for whatever else is heard on a line.
    /// </summary>
    /// <param name="packet">What came in.</param>
    /// <param name="asked">What was asked last.</param>
    /// <param name="settings">How it was addressed.</param>
    /// <param name="sequence">The number that it was asked under.</param>
    public static Bx6Reply? In(Bx6Packet packet, Bx6Question asked, Bx6Settings settings, ushort sequence) =>
        packet.Destination == settings.Source && IsAsked(packet.Source, settings.Destination) && packet is Bx6Dynamic == asked.IsDynamic
        && Bx6Body.ReadReply(packet.Body) is { } body
            ? new Bx6Reply(body, packet is not Bx6Ordinary ordinary || ordinary.Sequence == sequence)
            : null;

    /// <summary>
    /// That a card repeats the number of a question is not attested. When nothing came under the right one within the whole answer time, a reply under another is
    /// believed where it can do no harm: to a query, because it tells of the card, not of the question; to anything else only where no older question can still
    /// be open.
    /// </summary>
    public static bool IsBelievedAnyway(Bx6Question question, LineHistory history) => question.ReplyGroup != 0 || history == LineHistory.InStep;

    /// <summary>The end that it means to a question; null when it answers another one.</summary>
    public DialogueStep.Done? Meaning(Bx6Question question) => (Body.Group, Body.Command) switch
    {
        (Bx6Commands.Answer, Bx6Commands.Refuse) => Refused(Body.Error),
        (Bx6Commands.Answer, Bx6Commands.Acknowledge) when question.ReplyGroup == 0 =>
            Body.Status == 0 ? new DialogueStep.Done(PanelOutcome.Accepted) : Refused(Body.Error),
        var (group, command) when question.ReplyGroup != 0 && group == question.ReplyGroup && command == question.ReplyCommand =>
            new DialogueStep.Done(PanelOutcome.Accepted, Bx6Readings.Of(Body)),
        _ => null,
    };

    // Whether a card signs with its own number is not attested; only one that signs with another's is surely not the one that was asked.
    private static bool IsAsked(ushort source, ushort destination) => Bx6Packet.IsAny(destination) || Bx6Packet.IsAny(source) || source == destination;

    // A wrong checksum is noise on the way there: the same bytes may arrive whole the next time.
    private static DialogueStep.Done Refused(ushort error) =>
        new(error is Bx6Error.Busy or Bx6Error.Checksum ? PanelOutcome.Busy : PanelOutcome.Rejected, Detail: Bx6Error.Describe(error));
}
