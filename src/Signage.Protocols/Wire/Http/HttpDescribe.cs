using System.Globalization;
using System.Text;

namespace Signage.Protocols.Wire.Http;

/// <summary>Names what stands in a request or a reply, the body as a whole. Never throws.</summary>
internal static class HttpDescribe
{
    private const int LongestValue = 120;

    /// <summary>The lines of the head and the body; bytes without a head are noise.</summary>
    public static IReadOnlyList<WireField> Fields(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
        {
            return [];
        }

        var head = raw[..Math.Min(raw.Length, HttpCodec.MaxHead)].IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return [new WireField(0, raw.Length, "noise", Size(raw.Length)) { IsContent = true }];
        }

        var fields = new List<WireField>();
        for (var at = 0; at < head + 2;)
        {
            var length = raw[at..].IndexOf("\r\n"u8) + 2;
            fields.Add(new WireField(at, length, at == 0 ? "line" : "header", Text(raw.Slice(at, length - 2))));
            at += length;
        }

        var body = head + 4;
        if (body < raw.Length)
        {
            fields.Add(new WireField(body, raw.Length - body, "body", Size(raw.Length - body)) { IsContent = true });
        }

        return fields;
    }

    private static string Size(int length) => string.Create(CultureInfo.InvariantCulture, $"{length} bytes");

    // What a stranger in the network says must not move the cursor of a technician's terminal.
    private static string Text(ReadOnlySpan<byte> bytes) =>
        string.Concat(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestValue)]).Select(letter => char.IsControl(letter) ? ' ' : letter))
        + (bytes.Length > LongestValue ? "…" : "");
}
