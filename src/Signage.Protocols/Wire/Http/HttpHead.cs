using System.Globalization;
using System.Text;

namespace Signage.Protocols.Wire.Http;

/// <summary>
/// The head of a request or a reply, read strictly (RFC 9112, sections 2 to 6). Reads the bytes where they stand: nearly everything that begins like a head
/// is none, or has no whole body behind it, and a text for each of its lines would be many times the capture. Texts are made when they are asked for.
/// </summary>
internal readonly ref struct HttpHead
{
    private const int StatusDigits = 3;

    private static readonly byte[][] Starts =
        [.. new[] { "GET /", "PUT /", "POST /", "HEAD /", "PATCH /", "DELETE /", "OPTIONS /", "HTTP/1.0 ", "HTTP/1.1 " }.Select(Encoding.ASCII.GetBytes)];

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private readonly ReadOnlySpan<byte> _method;
    private readonly ReadOnlySpan<byte> _path;
    private readonly ReadOnlySpan<byte> _type;
    private readonly ReadOnlySpan<byte> _host;
    private readonly bool _hasType;

    private HttpHead(ReadOnlySpan<byte> method, ReadOnlySpan<byte> path, int status)
    {
        _method = method;
        _path = path;
        Status = status;
    }

    private HttpHead(HttpHead first, Lines lines, int length)
    {
        _method = first._method;
        _path = first._path;
        Status = first.Status;
        _type = lines.Type;
        _hasType = lines.HasType;
        _host = lines.Host;
        (Length, Body) = (length, lines.Length ?? 0);
    }

    /// <summary>Bytes of the head, the empty line with it.</summary>
    public int Length { get; }

    /// <summary>Bytes of the body that it announces.</summary>
    public int Body { get; }

    /// <summary>Whether it is the head of a reply.</summary>
    public bool IsReply => _method.IsEmpty;

    /// <summary>The method of a request; empty for a reply.</summary>
    public string Method => Encoding.Latin1.GetString(_method);

    /// <summary>The path of a request; empty for a reply.</summary>
    public string Path => Encoding.Latin1.GetString(_path);

    /// <summary>The status of a reply; 0 for a request.</summary>
    public int Status { get; }

    /// <summary>What the body is; null when nothing is said.</summary>
    public string? ContentType => _hasType ? Encoding.Latin1.GetString(_type) : null;

    /// <summary>What stands in the Host line; empty when there is none.</summary>
    public string Host => Encoding.Latin1.GetString(_host);

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
    /// <param name="bytes">The bytes before the empty line.</param>
    /// <param name="maxBody">Longest body that may be announced.</param>
    /// <param name="head">The head; empty when it breaks a rule. It looks into the bytes.</param>
    /// <returns>False when it breaks a rule.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int maxBody, out HttpHead head)
    {
        head = default;
        var length = bytes.Length + 4;
        var end = bytes.IndexOf(LineEnd);
        if (!TryFirst(end < 0 ? bytes : bytes[..end], out var first))
        {
            return false;
        }

        Lines lines = default;
        while (end >= 0)
        {
            bytes = bytes[(end + LineEnd.Length)..];
            end = bytes.IndexOf(LineEnd);
            if (!lines.TryAdd(end < 0 ? bytes : bytes[..end], maxBody))
            {
                return false;
            }
        }

        head = new HttpHead(first, lines, length);
        return true;
    }

    private static bool TryFirst(ReadOnlySpan<byte> line, out HttpHead first)
    {
        first = default;
        var space = line.IndexOf((byte)' ');
        if (space <= 0)
        {
            return false;
        }

        var word = line[..space];
        var rest = line[(space + 1)..];
        var behind = rest.IndexOf((byte)' ');
        if (word.SequenceEqual("HTTP/1.0"u8) || word.SequenceEqual("HTTP/1.1"u8))
        {
            // What comes behind the code is for a person, and may be missing.
            var code = behind < 0 ? rest : rest[..behind];
            var isCode = TryNumber(code, out var status) && code.Length == StatusDigits;
            first = new HttpHead([], [], status);
            return isCode;
        }

        if (behind <= 0 || rest[0] != (byte)'/' || !rest[(behind + 1)..].SequenceEqual("HTTP/1.1"u8) || word.ContainsAnyExceptInRange((byte)'A', (byte)'Z'))
        {
            return false;
        }

        first = new HttpHead(word, rest[..behind], 0);
        return true;
    }

    // Digits alone: a sign, or what else a reader of numbers lets pass, is how one reader is made to see what another does not.
    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        return !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    // What is wanted of the lines behind the first.
    private ref struct Lines
    {
        public ReadOnlySpan<byte> Type;
        public ReadOnlySpan<byte> Host;
        public bool HasType;
        public int? Length;

        public bool TryAdd(ReadOnlySpan<byte> line, int maxBody)
        {
            // A line that is folded, or a space before the colon, is how one reader is made to see what another does not.
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || HasSpace(line[..colon]))
            {
                return false;
            }

            var name = line[..colon];
            var value = Trim(line[(colon + 1)..]);
            if (Ascii.EqualsIgnoreCase(name, "Content-Type"u8))
            {
                Type = value;
                HasType = true;
            }
            else if (Ascii.EqualsIgnoreCase(name, "Host"u8))
            {
                Host = value;
            }
            else if (Ascii.EqualsIgnoreCase(name, "Content-Length"u8))
            {
                var isOne = TryNumber(value, out var said) && said <= maxBody && (Length ?? said) == said;
                Length = said;
                return isOne;
            }

            return !Ascii.EqualsIgnoreCase(name, "Transfer-Encoding"u8);
        }

        private static bool HasSpace(ReadOnlySpan<byte> name)
        {
            foreach (var letter in name)
            {
                if (char.IsWhiteSpace((char)letter))
                {
                    return true;
                }
            }

            return false;
        }

        private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
        {
            while (!value.IsEmpty && char.IsWhiteSpace((char)value[0]))
            {
                value = value[1..];
            }

            while (!value.IsEmpty && char.IsWhiteSpace((char)value[^1]))
            {
                value = value[..^1];
            }

            return value;
        }
    }
}
