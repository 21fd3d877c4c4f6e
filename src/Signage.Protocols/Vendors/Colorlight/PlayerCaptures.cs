using System.Buffers;
using System.Globalization;
using System.Text;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Colorlight.Wire;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>Tells recorded bytes to a person: requests and replies, what stands in them, and what is neither.</summary>
internal static class PlayerCaptures
{
    private static readonly HttpCodec Codec = new();
    private static readonly byte[][] Starts = [.. new[] { "GET /", "PUT /", "POST /", "DELETE /", "HTTP/1.1 " }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Every stretch of a capture in order.</summary>
    public static IReadOnlyList<DecodedPacket> Tell(ReadOnlyMemory<byte> capture)
    {
        var told = new List<DecodedPacket>();
        foreach (var piece in Pieces(capture))
        {
            told.Add(piece switch
            {
                { Packet: HttpPacket.Asked asked } => Request(capture, piece.At, piece.Length, asked.Request),
                { Packet: HttpPacket.Answered answered } => Reply(capture, piece.At, piece.Length, answered.Reply),
                _ => new DecodedPacket(piece.At, piece.Length, piece.Name, piece.Error, []),
            });
        }

        return told;
    }

    /// <summary>The requests of a capture.</summary>
    public static IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) => [.. Pieces(capture).Select(piece => (piece.Packet as HttpPacket.Asked)?.Request).OfType<WireMessage>()];

    private static IEnumerable<Piece> Pieces(ReadOnlyMemory<byte> capture)
    {
        var at = 0;
        while (at < capture.Length)
        {
            var start = at + NextStart(capture.Span[at..]);
            if (start > at)
            {
                yield return new Piece(at, start - at, "noise", "no request and no reply begins here");
                at = start;
                continue;
            }

            var piece = Read(capture[at..], at);
            yield return piece;
            at += piece.Length;
        }
    }

    private static Piece Read(ReadOnlyMemory<byte> bytes, int at)
    {
        var rest = new ReadOnlySequence<byte>(bytes);
        var read = Codec.TryRead(ref rest, out var packet);
        return read switch
        {
            WireRead.Packet => new Piece(at, (int)(bytes.Length - rest.Length), "", null, packet),
            WireRead.NeedMore => Cut(bytes.Span, at),
            _ => Malformed(bytes.Span, at),
        };
    }

    // Up to the next thing that looks like a beginning: what was cut off may be followed by a whole packet.
    private static int UpToNext(ReadOnlySpan<byte> bytes) => 1 + NextStart(bytes[1..]);

    private static Piece Cut(ReadOnlySpan<byte> bytes, int at) => new(at, UpToNext(bytes), "incomplete", HttpCodec.Incomplete);

    private static Piece Malformed(ReadOnlySpan<byte> bytes, int at) => new(at, UpToNext(bytes), "malformed", HttpCodec.BreaksRules);

    private static int NextStart(ReadOnlySpan<byte> bytes)
    {
        var next = bytes.Length;
        foreach (var start in Starts)
        {
            // Nothing behind the nearest one so far is of interest.
            var found = bytes[..Math.Min(bytes.Length, next + start.Length)].IndexOf(start);
            next = found >= 0 && found < next ? found : next;
        }

        return next;
    }

    private static DecodedPacket Request(ReadOnlyMemory<byte> capture, int at, int length, WireMessage.Request request)
    {
        var fields = new List<WireField>
        {
            new(at, request.Method.Length, "method", request.Method),
            new(at + request.Method.Length + 1, request.Path.Length, "path", JsonFields.Short(request.Path)),
        };
        var bodyAt = at + length - request.Body.Length;
        var error = Body(capture[bodyAt..(at + length)], bodyAt, request.ContentType, fields);
        return new DecodedPacket(at, length, $"{request.Method} {JsonFields.Short(request.Path)}", error, fields);
    }

    private static DecodedPacket Reply(ReadOnlyMemory<byte> capture, int at, int length, WireAnswer.Reply reply)
    {
        var status = reply.Status.ToString(CultureInfo.InvariantCulture);
        var fields = new List<WireField> { new(at + "HTTP/1.1 ".Length, status.Length, "status", status) };
        var bodyAt = at + length - reply.Body.Length;
        return new DecodedPacket(at, length, $"reply {status}", Body(capture[bodyAt..(at + length)], bodyAt, reply.ContentType, fields), fields);
    }

    private static string? Body(ReadOnlyMemory<byte> body, int at, string? type, List<WireField> fields)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        if (MultipartForm.BoundaryOf(type) is { } boundary)
        {
            if (MultipartForm.Read(body, boundary) is not { } parts)
            {
                return "the body is no form with this boundary";
            }

            return parts.Select(part => Part(part, at, fields)).LastOrDefault(complaint => complaint is not null);
        }

        return Content(body, at, fields);
    }

    private static string? Part(FormPart part, int at, List<WireField> fields)
    {
        fields.Add(new WireField(at + part.At, part.DataAt - part.At, "part", JsonFields.Short($"{part.Name}: {part.File}, {part.Data.Length} bytes")));
        return Content(part.Data, at + part.DataAt, fields);
    }

    private static string? Content(ReadOnlyMemory<byte> data, int at, List<WireField> fields)
    {
        if (PngStill.SizeOf(data.Span) is { } size)
        {
            fields.Add(new WireField(at, data.Length, "picture", string.Create(CultureInfo.InvariantCulture, $"PNG {size.Width}x{size.Height}")));
            return null;
        }

        if (data.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..])
        {
            return JsonFields.Tell(data.Span, at, fields);
        }

        fields.Add(new WireField(at, data.Length, "body", string.Create(CultureInfo.InvariantCulture, $"{data.Length} bytes")) { IsContent = true });
        return null;
    }

    private sealed record Piece(int At, int Length, string Name, string? Error, HttpPacket? Packet = null);
}
