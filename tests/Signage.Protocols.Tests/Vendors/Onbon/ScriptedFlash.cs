using System.Buffers.Binary;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>A card that only knows names of files, and goes wrong where the test says so.</summary>
internal sealed class ScriptedFlash
{
    /// <summary>The files that it holds.</summary>
    public List<string> Files { get; } = [];

    /// <summary>The error with which a command is refused.</summary>
    public Dictionary<byte, ushort> Refuses { get; } = [];

    /// <summary>The command that is not answered.</summary>
    public byte? SilentAt { get; init; }

    public bool DeletesNothing { get; init; }

    public uint Free { get; init; } = 1 << 20;

    /// <summary>What was asked: the command, and the name of a file where it has one.</summary>
    public List<string> Asked { get; } = [];

    public TimeSpan LongestWait { get; private set; }

    /// <summary>Runs a command to its end.</summary>
    public DialogueStep.Done Run(PanelCommand command)
    {
        var dialogue = new Protocols.Vendors.Onbon.Bx6Adapter().Begin(command, TestCards.Q2, Bx6Talk.Face);
        var step = dialogue.Start(LineHistory.Unknown);
        while (step is DialogueStep.Send send)
        {
            LongestWait = send.AnswerWithin > LongestWait ? send.AnswerWithin : LongestWait;
            step = Answer(Bx6Talk.Asked(send)) is { } answer ? Bx6Talk.Feed(dialogue, answer) : dialogue.OnSilence();
        }

        return Assert.IsType<DialogueStep.Done>(step);
    }

    private byte[]? Answer(Bx6Packet question)
    {
        var body = Bx6Body.ReadRequest(question.Body, out _)!;
        var name = body.Command switch
        {
            Bx6Commands.DeleteFile => Bx6File.ReadName(body.Data.Span[2..6]),
            Bx6Commands.StartFile or Bx6Commands.FileBlock => Bx6File.ReadName(body.Data.Span[..4]),
            _ => "",
        };
        Asked.Add($"{body.Command:X2} {name}".TrimEnd());
        if (body.Command == SilentAt)
        {
            return null;
        }

        if (Refuses.TryGetValue(body.Command, out var error))
        {
            return Bx6Talk.Reply(question, error);
        }

        if (body.Command == Bx6Commands.DeleteFile && !DeletesNothing)
        {
            Files.Remove(name);
        }

        return body.Command switch
        {
            Bx6Commands.DirectorySize => Data(question, body, [1, 0]),
            Bx6Commands.DirectoryBlock => Data(question, body, new Bx6Directory([.. Files.Select(file => new Bx6DirectoryEntry(file, Type(file), 9, 0))], true).Write()),
            Bx6Commands.FreeSpace => Data(question, body, Space()),
            _ => Bx6Talk.Reply(question, 0),
        };
    }

    private byte[] Space()
    {
        var data = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4), Free);
        return data;
    }

    private static byte Type(string file) => file[0] switch { 'P' => Bx6File.Programme, 'D' => Bx6File.Pixels, _ => 5 };

    private static byte[] Data(Bx6Packet question, Bx6Body body, byte[] data) =>
        Bx6Talk.Codec.ToBytes(Bx6Talk.Back(question, Bx6Body.Reply(body.Group, (byte)(body.Command | Bx6Commands.ReplyBit), 0, 0, data)));
}
