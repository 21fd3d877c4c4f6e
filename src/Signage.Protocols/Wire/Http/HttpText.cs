using System.Globalization;
using System.Text;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Wire.Http;

/// <summary>
/// Requests as they go over a wire (HTTP/1.1, RFC 9112), for <c>encode</c>, <c>decode</c> and captures: a small, strict form. Lines end in CR LF, a body has a
/// <c>Content-Length</c>; chunked bodies, folded lines and upgrades are told as malformed.
/// </summary>
public static class HttpText
{
    /// <summary>Longest head of a message, in bytes.</summary>
    public const int MaxHead = 16 * 1024;

    /// <summary>Longest body, in bytes.</summary>
    public const int MaxBody = 32 * 1024 * 1024;

    private const string Version = "HTTP/1.1";

    /// <summary>A request as bytes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="host">What stands in the Host line.</param>
    public static byte[] Write(WireMessage.Request request, string host)
    {
        ArgumentNullException.ThrowIfNull(request);
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{request.Method} {request.Path} {Version}\r\nHost: {host}\r\n");
        if (request.ContentType is { } type)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n");
        }

        if (request.ContentType is not null || !request.Body.IsEmpty)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {request.Body.Length}\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. request.Body.Span];
    }

    /// <summary>Reads one request at the start of bytes.</summary>
    /// <param name="bytes">What was captured.</param>
    /// <param name="request">The request; null unless <see cref="WireRead.Packet"/>.</param>
    /// <param name="used">Bytes of the request, or of what was judged; 0 for <see cref="WireRead.NeedMore"/>.</param>
    public static WireRead TryRead(ReadOnlySpan<byte> bytes, out WireMessage.Request? request, out int used)
    {
        (request, used) = (null, 0);
        var head = bytes[..Math.Min(bytes.Length, MaxHead)].IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            used = CouldBegin(bytes) ? 0 : 1;
            return used == 0 ? WireRead.NeedMore : WireRead.Malformed;
        }

        var lines = Encoding.Latin1.GetString(bytes[..head]).Split("\r\n");
        used = head + 4;
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, ['/', ..] path, Version] || !method.All(char.IsAsciiLetterUpper))
        {
            used = 1;
            return WireRead.Malformed;
        }

        string? type = null;
        var length = 0;
        foreach (var line in lines.Skip(1))
        {
            if (line.Split(':', 2) is not [{ Length: > 0 } name, var value] || name.Any(char.IsWhiteSpace))
            {
                return WireRead.Malformed;
            }

            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                type = value.Trim();
            }
            else if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
                || (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                    && !(int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= MaxBody)))
            {
                return WireRead.Malformed;
            }
        }

        if (bytes.Length - used < length)
        {
            used = 0;
            return WireRead.NeedMore;
        }

        request = new WireMessage.Request(method, path, type, bytes.Slice(used, length).ToArray());
        used += length;
        return WireRead.Packet;
    }

    // The shortest answer to "may this still become a request": capital letters first, and not too many of anything.
    private static bool CouldBegin(ReadOnlySpan<byte> bytes) => bytes.Length < MaxHead && (bytes.IsEmpty || bytes[0] is >= (byte)'A' and <= (byte)'Z');
}
