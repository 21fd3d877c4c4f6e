using System.Globalization;
using System.Text;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>A reply as it stands in a capture (HTTP/1.1, RFC 9112), in the same small form as <see cref="Protocols.Wire.Http.HttpText"/> reads requests.</summary>
/// <param name="Status">Such as 200.</param>
/// <param name="ContentType">What the body is; null when nothing is said.</param>
/// <param name="BodyAt">Where the body starts.</param>
/// <param name="Length">Bytes of the whole reply.</param>
internal sealed record HttpReplyText(int Status, string? ContentType, int BodyAt, int Length)
{
    private const string Version = "HTTP/1.1 ";
    private const int LongestHead = 16 * 1024;
    private const int LongestBody = 32 * 1024 * 1024;

    /// <summary>Reads one reply at the start of bytes.</summary>
    public static WireRead TryRead(ReadOnlySpan<byte> bytes, out HttpReplyText? reply)
    {
        reply = null;
        var head = bytes[..Math.Min(bytes.Length, LongestHead)].IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return bytes.Length < LongestHead ? WireRead.NeedMore : WireRead.Malformed;
        }

        var lines = Encoding.Latin1.GetString(bytes[..head]).Split("\r\n");
        if (lines[0].Length < Version.Length + 3 || !lines[0].StartsWith(Version, StringComparison.Ordinal)
            || !int.TryParse(lines[0].AsSpan(Version.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return WireRead.Malformed;
        }

        string? type = null;
        var length = 0;
        foreach (var line in lines.Skip(1))
        {
            var (name, value) = line.Split(':', 2) is [var left, var right] ? (left, right.Trim()) : ("", "");
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                type = value;
            }
            else if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
                || (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                    && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= LongestBody)))
            {
                return WireRead.Malformed;
            }
        }

        if (bytes.Length - head - 4 < length)
        {
            return WireRead.NeedMore;
        }

        reply = new HttpReplyText(status, type, head + 4, head + 4 + length);
        return WireRead.Packet;
    }
}
