using System.Text;
using Signage.Protocols.Dialogues;

namespace Fuzz.Tests.Inputs;

/// <summary>Messages and answers as bytes that can be spoiled: a line for each of their texts, then the content.</summary>
internal static class MessageBytes
{
    private static readonly int[] Statuses = [200, 200, 200, 401, 404, 500, 503, 0];

    /// <summary>What a message looks like as a chunk.</summary>
    public static Chunk Of(WireMessage message) => message switch
    {
        WireMessage.Topic topic => new Chunk(1, (byte[])[.. Line(topic.Name), .. topic.Payload.Span]),
        WireMessage.Request request => new Chunk(2, (byte[])[.. Line($"{request.Method} {request.Path}"), .. Line(request.ContentType ?? ""), .. request.Body.Span]),
        WireMessage.Datagrams datagrams => new Chunk(0, datagrams.Packets[0]),
        WireMessage.Bytes bytes => new Chunk(0, bytes.Data),
        _ => new Chunk(0, default),
    };

    /// <summary>The message of a chunk; every chunk has one.</summary>
    public static WireMessage ToMessage(Chunk chunk)
    {
        var rest = chunk.Data;
        switch (chunk.Head & 3)
        {
            case 1:
                return new WireMessage.Topic(Cut(ref rest), rest);
            case 2:
                var words = Cut(ref rest).Split(' ', 2);
                var type = Cut(ref rest);
                return new WireMessage.Request(words[0], words.Length > 1 ? words[1] : "", type.Length == 0 ? null : type, rest);
            default:
                return new WireMessage.Datagrams([rest]);
        }
    }

    /// <summary>What an answer looks like as a chunk.</summary>
    public static Chunk Of(WireAnswer answer) => answer switch
    {
        WireAnswer.Topic topic => new Chunk(2, (byte[])[.. Line(topic.Name), .. topic.Payload.Span]),
        WireAnswer.Reply reply => new Chunk((byte)(3 | (Math.Max(0, Array.IndexOf(Statuses, reply.Status)) << 2)), reply.Body),
        WireAnswer.Datagram datagram => new Chunk(1, datagram.Data),
        _ => default,
    };

    /// <summary>The answer of a chunk; null for silence.</summary>
    public static WireAnswer? ToAnswer(Chunk chunk)
    {
        var rest = chunk.Data;
        return (chunk.Head & 3) switch
        {
            1 => new WireAnswer.Datagram(rest),
            2 => new WireAnswer.Topic(Cut(ref rest), rest),
            3 => new WireAnswer.Reply(Statuses[(chunk.Head >> 2) & 7], (chunk.Head & 0x40) == 0 ? null : "application/json", rest),
            _ => null,
        };
    }

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes($"{text}\n");

    private static string Cut(ref ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(rest.Span[..(end < 0 ? rest.Length : end)]);
        rest = end < 0 ? default : rest[(end + 1)..];
        return line;
    }
}
