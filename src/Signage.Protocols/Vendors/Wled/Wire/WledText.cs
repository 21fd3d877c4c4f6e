using System.Buffers;
using System.Text;
using System.Text.Json;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire;
using Signage.Protocols.Wire.Captures;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Vendors.Wled.Wire;

/// <summary>Finds requests and replies in recorded bytes and names what is in them. Never throws.</summary>
internal static class WledText
{
    private const int LongestLine = 2048;
    private const int LongestValue = 120;
    private const int LongestName = 200;
    private const int MostFields = 256;
    private const string Version = "HTTP/1.1";
    private static readonly HttpCodec Codec = new();
    private static readonly byte[][] Starts = [.. new[] { "GET ", "POST ", "PUT ", "PATCH ", "DELETE ", $"{Version} " }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>
    /// The message at the start of bytes: its length, and the request that it is; null for a reply. Length 0 when there is none. One that was cut off or breaks a
    /// rule has a complaint and goes as far as there is text.
    /// </summary>
    public static (int Length, WireMessage.Request? Request, string? Complaint) Find(ReadOnlyMemory<byte> bytes)
    {
        // Most bytes of a capture begin nothing; a text of what follows each of them would take a thousand times the capture.
        if (!Begins(bytes.Span) || !HasFirstLine(bytes.Span))
        {
            return default;
        }

        var rest = new ReadOnlySequence<byte>(bytes);
        return Codec.TryRead(ref rest, out var packet) switch
        {
            WireRead.Packet => ((int)(bytes.Length - rest.Length), (packet as HttpPacket.Asked)?.Request, null),
            WireRead.NeedMore => (TextLength(bytes.Span), null, HttpCodec.Incomplete),
            _ => (TextLength(bytes.Span), null, HttpCodec.BreaksRules),
        };
    }

    /// <summary>The lines of the head, then each value of a JSON body where it stands; a body that is none stays whole.</summary>
    public static IReadOnlyList<WireField> Describe(ReadOnlySpan<byte> raw)
    {
        var fields = new List<WireField>();
        var body = raw.IndexOf("\r\n\r\n"u8) + 4;
        if (body < 4)
        {
            return [new WireField(0, raw.Length, "noise", Tidy(raw)) { IsContent = true }];
        }

        for (var at = 0; at < body - 2;)
        {
            var length = raw[at..].IndexOf("\r\n"u8) + 2;
            fields.Add(new WireField(at, length, at == 0 ? "line" : "header", Tidy(raw.Slice(at, length - 2))));
            at += length;
        }

        if (body < raw.Length && !TryAddValues(raw[body..], body, fields))
        {
            fields.Add(new WireField(body, raw.Length - body, "body", Tidy(raw[body..])) { IsContent = true });
        }

        return fields;
    }

    // The byte before the first that is no text may be the first of a packet with pixels: the second one never is text.
    private static int TextLength(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < (byte)' ' && bytes[at] is not ((byte)'\r' or (byte)'\n' or (byte)'\t'))
            {
                return Math.Max(1, at - 1);
            }

            // The next message begins here, whatever was cut off before it.
            if (at > 0 && Begins(bytes[at..]))
            {
                return at;
            }
        }

        return bytes.Length;
    }

    // A request ends its first line with the version; of a reply the start alone says that it is one.
    private static bool HasFirstLine(ReadOnlySpan<byte> bytes)
    {
        var line = bytes[..Math.Min(bytes.Length, LongestLine)];
        var end = line.IndexOf("\r\n"u8);
        return end >= 0 && (line.StartsWith("HTTP/"u8) || line[..end].EndsWith(" HTTP/1.1"u8));
    }

    private static bool Begins(ReadOnlySpan<byte> bytes)
    {
        foreach (var start in Starts)
        {
            if (bytes.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }

    // Fields that were added before the body turned out to be no JSON are taken away again.
    private static bool TryAddValues(ReadOnlySpan<byte> body, int at, List<WireField> fields)
    {
        var before = fields.Count;
        var names = new List<string>();
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    Cut(names, reader.CurrentDepth - 1);
                    names.Add(Tidy(Encoding.UTF8.GetBytes(reader.GetString()!)));
                }
                else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    Cut(names, reader.CurrentDepth);
                }
                else if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) && fields.Count - before < MostFields)
                {
                    var (start, length) = ((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
                    fields.Add(new WireField(at + start, length, Name(names, reader.CurrentDepth), Tidy(body.Slice(start, length))) { IsContent = true });
                }
            }

            return fields.Count > before;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            fields.RemoveRange(before, fields.Count - before);
            return false;
        }
    }

    // One name for each depth; what stands in a list has none of its own.
    private static void Cut(List<string> names, int depth)
    {
        names.RemoveRange(Math.Min(names.Count, depth), Math.Max(0, names.Count - depth));
        names.AddRange(Enumerable.Repeat("", depth - names.Count));
    }

    private static string Name(List<string> names, int depth)
    {
        var text = new ShortText(stackalloc char[LongestName]);
        for (var at = 0; at < Math.Min(names.Count, depth); at++)
        {
            text.Add(names[at].Length > 0 && !text.IsEmpty ? "." : "");
            text.Add(names[at]);
        }

        return text.IsEmpty ? "body" : text.ToString();
    }

    private static string Tidy(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[4 * LongestValue];
        var length = Encoding.UTF8.GetChars(bytes[..Math.Min(bytes.Length, text.Length)], text);
        var tidy = new ShortText(text[..Math.Min(length, LongestValue)]);
        tidy.Add(text[..Math.Min(length, LongestValue)]);
        return length > LongestValue ? $"{tidy.ToString()}… ({bytes.Length} bytes)" : tidy.ToString();
    }
}
