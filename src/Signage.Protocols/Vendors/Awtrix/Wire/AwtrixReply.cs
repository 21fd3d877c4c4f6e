using System.Globalization;
using System.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>Replies as the web server of a clock writes them (HTTP/1.x, RFC 9112), in the small strict form of <see cref="Protocols.Wire.Http.HttpText"/>.</summary>
internal static class AwtrixReply
{
    /// <summary>How every reply begins.</summary>
    public const string Start = "HTTP/1.";

    private const int MostHead = 2048;

    /// <summary>A reply as bytes.</summary>
    public static byte[] Write(WireAnswer.Reply reply) =>
    [
        .. Encoding.Latin1.GetBytes(
            $"{Start}1 {reply.Status.ToString(CultureInfo.InvariantCulture)} {(reply.Status == 200 ? "OK" : "Error")}\r\n"
            + (reply.ContentType is { } type ? $"Content-Type: {type}\r\n" : "")
            + $"Content-Length: {reply.Body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n"),
        .. reply.Body.Span,
    ];

    /// <summary>Reads one reply at the start of bytes.</summary>
    /// <param name="bytes">What was captured.</param>
    /// <param name="longest">Longest body, in bytes.</param>
    /// <param name="reply">The reply; null unless <see cref="WireRead.Packet"/>.</param>
    /// <param name="used">Bytes of the reply, or of what was judged; 0 for <see cref="WireRead.NeedMore"/>.</param>
    public static WireRead TryRead(ReadOnlySpan<byte> bytes, int longest, out WireAnswer.Reply? reply, out int used)
    {
        (reply, used) = (null, 0);
        var end = bytes[..Math.Min(bytes.Length, MostHead)].IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            used = bytes.Length < MostHead ? 0 : 1;
            return used == 0 ? WireRead.NeedMore : WireRead.Malformed;
        }

        var lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
        used = 1;
        if (lines[0].Split(' ') is not [{ Length: 8 }, { Length: 3 } code, ..] || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return WireRead.Malformed;
        }

        string? type = null;
        var length = 0;
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split(':', 2);
            if (parts.Length < 2)
            {
                return WireRead.Malformed;
            }

            type = parts[0].Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? parts[1].Trim() : type;
            if (parts[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                && !(int.TryParse(parts[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= longest))
            {
                return WireRead.Malformed;
            }
        }

        if (bytes.Length - end - 4 < length)
        {
            used = 0;
            return WireRead.NeedMore;
        }

        used = end + 4 + length;
        reply = new WireAnswer.Reply(status, type, bytes.Slice(end + 4, length).ToArray());
        return WireRead.Packet;
    }
}
