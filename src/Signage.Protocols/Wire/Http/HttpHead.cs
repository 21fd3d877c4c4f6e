using System.Globalization;
using System.Text;

namespace Signage.Protocols.Wire.Http;

/// <summary>The head of a request or a reply, read strictly (RFC 9112, sections 2 to 6).</summary>
/// <param name="Length">Bytes of the head, the empty line with it.</param>
/// <param name="Body">Bytes of the body that it announces.</param>
internal sealed record HttpHead(int Length, int Body)
{
    private const string Version = "HTTP/1.1";
    private const int StatusDigits = 3;

    private static readonly byte[][] Starts =
        [.. new[] { "GET /", "PUT /", "POST /", "HEAD /", "PATCH /", "DELETE /", "OPTIONS /", "HTTP/1.0 ", "HTTP/1.1 " }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>The method of a request; empty for a reply.</summary>
    public string Method { get; private init; } = "";

    /// <summary>The path of a request; empty for a reply.</summary>
    public string Path { get; private init; } = "";

    /// <summary>The status of a reply; 0 for a request.</summary>
    public int Status { get; private init; }

    /// <summary>What the body is; null when nothing is said.</summary>
    public string? ContentType { get; private init; }

    /// <summary>What stands in the Host line; empty when there is none.</summary>
    public string Host { get; private init; } = "";

    /// <summary>Whether bytes are the beginning of a message, or may become one.</summary>
    public static bool CouldBegin(ReadOnlySpan<byte> bytes)
    {
        foreach (var start in Starts)
        {
            var seen = Math.Min(start.Length, bytes.Length);
            if (bytes[..seen].SequenceEqual(start.AsSpan(0, seen)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a head.</summary>
    /// <param name="head">The bytes before the empty line.</param>
    /// <param name="maxBody">Longest body that may be announced.</param>
    /// <returns>Null when it breaks a rule.</returns>
    public static HttpHead? Read(ReadOnlySpan<byte> head, int maxBody)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (First(lines[0]) is not { } first)
        {
            return null;
        }

        var (type, host, length) = ((string?)null, "", (int?)null);
        foreach (var line in lines.Skip(1))
        {
            // A line that is folded, or a space before the colon, is how one reader is made to see what another does not.
            if (line.Split(':', 2) is not [{ Length: > 0 } name, var rest] || name.Any(char.IsWhiteSpace))
            {
                return null;
            }

            var value = rest.Trim();
            switch (name.ToUpperInvariant())
            {
                case "CONTENT-TYPE":
                    type = value;
                    break;
                case "HOST":
                    host = value;
                    break;
                case "CONTENT-LENGTH":
                    if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said > maxBody || (length ?? said) != said)
                    {
                        return null;
                    }

                    length = said;
                    break;
                case "TRANSFER-ENCODING":
                    return null;
                default:
                    break;
            }
        }

        return first with { Length = head.Length + 4, Body = length ?? 0, ContentType = type, Host = host };
    }

    private static HttpHead? First(string line) => line.Split(' ') switch
    {
        [{ Length: > 0 } method, ['/', ..] path, Version] when method.All(char.IsAsciiLetterUpper) => new HttpHead(0, 0) { Method = method, Path = path },
        ["HTTP/1.0" or Version, { Length: StatusDigits } code, ..] when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) =>
            new HttpHead(0, 0) { Status = status },
        _ => null,
    };
}
