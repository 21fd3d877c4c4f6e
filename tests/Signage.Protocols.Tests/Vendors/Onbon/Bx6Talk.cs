using System.Buffers;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>The card's side of a conversation, as bytes.</summary>
internal static class Bx6Talk
{
    public static PanelFace Face { get; } = PanelFace.Parse("16x8x1");

    public static Bx6Codec Codec { get; } = new();

    public static IPanelDialogue Begin(PanelCommand command, out Bx6Packet question, LineHistory history = LineHistory.InStep, DeviceProfile? profile = null)
    {
        var dialogue = new Bx6Adapter().Begin(command, profile ?? TestCards.Q2, Face);
        question = Asked(dialogue.Start(history));
        return dialogue;
    }

    public static DialogueStep Talk(PanelCommand command, Func<Bx6Packet, byte[]> answer)
    {
        var dialogue = Begin(command, out var question);
        return Feed(dialogue, answer(question));
    }

    public static DialogueStep Feed(IPanelDialogue dialogue, byte[] bytes) => Feed(dialogue, bytes, out _);

    public static DialogueStep Feed(IPanelDialogue dialogue, byte[] bytes, out long left)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        var step = dialogue.OnBytes(ref input);
        left = input.Length;
        return step;
    }

    public static DialogueStep.Done Done(DialogueStep step) => Assert.IsType<DialogueStep.Done>(step);

    public static Bx6Packet Asked(DialogueStep step) =>
        Read(Assert.IsType<WireMessage.Bytes>(Assert.IsType<DialogueStep.Send>(step).Message).Data.ToArray());

    public static Bx6Packet Read(byte[] bytes)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        Codec.TryRead(ref input, out var packet);
        return packet!;
    }

    public static byte[] Reply(Bx6Packet question, ushort error) =>
        Codec.ToBytes(Back(question, Bx6Body.Reply(0xA0, error == 0 ? (byte)0 : (byte)1, error == 0 ? (ushort)0 : (ushort)1, error, [])));

    public static byte[] Pong(Bx6Packet ping) => Codec.ToBytes(Back(ping, Bx6Body.Reply(0xA2, 0x80, 0, 0, new Bx6PingReply { Firmware = "V1" }.Write())));

    public static Bx6Packet Back(Bx6Packet question, byte[] body) =>
        question with { Destination = question.Source, Source = question.Destination, Body = body };
}
