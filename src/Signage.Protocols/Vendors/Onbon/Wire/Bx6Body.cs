using System.Buffers.Binary;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>What stands in the body of a frame: a request or a reply (section 5 of docs/protocols/onbon-bx6.md).</summary>
/// <param name="IsReply">True for a reply.</param>
/// <param name="Group">Command group, such as A2.</param>
/// <param name="Command">Command within the group; a query's reply has its highest bit set.</param>
/// <param name="WantsReply">In a request: the sender waits for an answer.</param>
/// <param name="Status">In a reply: 0 yes, 1 no.</param>
/// <param name="Error">In a reply: the error code.</param>
/// <param name="Data">The data; for dynamic areas whatever follows the unreliable length.</param>
internal sealed record Bx6Body(
    bool IsReply, byte Group, byte Command, bool WantsReply, ushort Status, ushort Error, ReadOnlyMemory<byte> Data)
{
    public const int RequestHead = 5;
    public const int ReplyHead = 9;

    /// <summary>A request, with the true length of its data.</summary>
    public static byte[] Request(byte group, byte command, ReadOnlySpan<byte> data, bool trueLength = true)
    {
        var body = new byte[RequestHead + data.Length];
        body[0] = 1;
        body[1] = group;
        body[2] = command;
        // In dynamic updates the vendor's software writes the low 16 bits of a length that may be larger.
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(3), trueLength ? (ushort)(data.Length & 0xFFFF) : (ushort)0);
        data.CopyTo(body.AsSpan(RequestHead));
        return body;
    }

    /// <summary>A reply.</summary>
    public static byte[] Reply(byte group, byte command, ushort status, ushort error, ReadOnlySpan<byte> data)
    {
        var body = new byte[ReplyHead + data.Length];
        body[1] = group;
        body[2] = command;
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(3), status);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(5), error);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(7), (ushort)data.Length);
        data.CopyTo(body.AsSpan(ReplyHead));
        return body;
    }

    /// <summary>Reads a request as a card does; null with a reason when it is none. The length is ignored for dynamic areas.</summary>
    public static Bx6Body? ReadRequest(ReadOnlyMemory<byte> body, out string? complaint)
    {
        complaint = null;
        var bytes = body.Span;
        if (bytes.Length < RequestHead)
        {
            complaint = $"request of {bytes.Length} bytes, its head alone has {RequestHead}";
            return null;
        }

        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[3..]);
        if (bytes[1] != Bx6Commands.Dynamic && length != bytes.Length - RequestHead)
        {
            complaint = $"data length says {length}, the request has {bytes.Length - RequestHead}";
            return null;
        }

        return new Bx6Body(false, bytes[1], bytes[2], bytes[0] == 1, 0, 0, body[RequestHead..]);
    }

    /// <summary>Reads a reply as a controller does; null when it is none.</summary>
    public static Bx6Body? ReadReply(ReadOnlyMemory<byte> body)
    {
        var bytes = body.Span;
        if (bytes.Length < ReplyHead || bytes[0] != 0)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[7..]);
        return length != bytes.Length - ReplyHead
            ? null
            : new Bx6Body(
                true,
                bytes[1],
                bytes[2],
                false,
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[3..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[5..]),
                body[ReplyHead..]);
    }

    /// <summary>What people call the command at the head of a body.</summary>
    public static string Name(ReadOnlySpan<byte> body) => body.Length < 3 ? "empty" : Bx6Commands.Name(body[1], body[2], isReply: body[0] == 0);
}
