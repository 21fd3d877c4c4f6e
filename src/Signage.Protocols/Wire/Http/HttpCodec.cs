using System.Buffers;
using System.Globalization;
using System.Text;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Wire.Http;

/// <summary>
/// Requests and replies as they go over a wire (HTTP/1.1, RFC 9112), for <c>encode</c>, <c>decode</c>, captures and logs of every family: a small, strict
/// form. Lines end in CR LF, a body has a <c>Content-Length</c>; chunked bodies, folded lines and upgrades are malformed. Keeps nothing.
/// </summary>
/// <param name="maxBody">Longest body that is taken for one, in bytes; no memory is taken for more.</param>
public sealed class HttpCodec(int maxBody = HttpCodec.MaxBody) : IWireCodec<HttpPacket>
{
    /// <summary>Longest head of a message, in bytes.</summary>
    public const int MaxHead = 16 * 1024;

    /// <summary>Longest body where a family sets no bound of its own, in bytes.</summary>
    public const int MaxBody = 32 * 1024 * 1024;

    /// <summary>What a person is told of bytes that are <see cref="WireRead.NeedMore"/> at the end of a capture.</summary>
    public const string Incomplete = "the end of the message is missing";

    /// <summary>What a person is told of bytes that begin like a message and are <see cref="WireRead.Malformed"/>.</summary>
    public const string BreaksRules = "the head breaks the rules of HTTP/1.1, or the body is chunked or too long";

    private const int LongestStart = 10;
    private const int Ok = 200;

    /// <summary>A request as bytes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="host">What stands in the Host line; none is written where it is empty.</param>
    public static byte[] Bytes(WireMessage.Request request, string host)
    {
        ArgumentNullException.ThrowIfNull(request);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{request.Method} {request.Path} HTTP/1.1\r\n");
        if (!string.IsNullOrEmpty(host))
        {
            head.Append(CultureInfo.InvariantCulture, $"Host: {host}\r\n");
        }

        return Bytes(head, request.ContentType, request.Body, hasBody: request.ContentType is not null || !request.Body.IsEmpty);
    }

    /// <summary>A reply as bytes.</summary>
    public static byte[] Bytes(WireAnswer.Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status:000} {(reply.Status == Ok ? "OK" : "Error")}\r\n");
        return Bytes(head, reply.ContentType, reply.Body, hasBody: true);
    }

    /// <inheritdoc/>
    public void Write(HttpPacket packet, IBufferWriter<byte> output) => output.Write(packet switch
    {
        HttpPacket.Asked asked => Bytes(asked.Request, asked.Host),
        HttpPacket.Answered answered => Bytes(answered.Reply),
        _ => [],
    });

    /// <inheritdoc/>
    public WireRead TryRead(ref ReadOnlySequence<byte> input, out HttpPacket? packet)
    {
        packet = null;
        var read = ReadHead(input, out var head);
        if (read == WireRead.Malformed)
        {
            // One byte alone: what was judged may hold the beginning of a whole message.
            input = input.Slice(1);
            return read;
        }

        if (read == WireRead.NeedMore || input.Length < head.Length + head.Body)
        {
            return WireRead.NeedMore;
        }

        // Only now is memory taken: the message is whole.
        var body = input.Slice(head.Length, head.Body).ToArray();
        packet = head.IsReply
            ? new HttpPacket.Answered(new WireAnswer.Reply(head.Status, head.ContentType, body))
            : new HttpPacket.Asked(new WireMessage.Request(head.Method, head.Path, head.ContentType, body), head.Host);
        input = input.Slice(head.Length + head.Body);
        return WireRead.Packet;
    }

    /// <inheritdoc/>
    public IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw) => HttpDescribe.Fields(raw);

    private WireRead ReadHead(ReadOnlySequence<byte> input, out HttpHead head)
    {
        // Most bytes of a capture begin nothing, so the first few are looked at before anything is copied.
        head = default;
        Span<byte> start = stackalloc byte[LongestStart];
        start = start[..(int)Math.Min(input.Length, LongestStart)];
        input.Slice(0, start.Length).CopyTo(start);
        if (!HttpHead.CouldBegin(start))
        {
            return WireRead.Malformed;
        }

        var looked = input.Slice(0, Math.Min(input.Length, MaxHead));
        var bytes = looked.IsSingleSegment ? looked.FirstSpan : looked.ToArray();
        var end = bytes.IndexOf("\r\n\r\n"u8);
        return end < 0 ? (bytes.Length < MaxHead ? WireRead.NeedMore : WireRead.Malformed)
            : HttpHead.TryRead(bytes[..end], maxBody, out head) ? WireRead.Packet
            : WireRead.Malformed;
    }

    private static byte[] Bytes(StringBuilder head, string? type, ReadOnlyMemory<byte> body, bool hasBody)
    {
        if (type is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n");
        }

        if (hasBody)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body.Span];
    }
}
