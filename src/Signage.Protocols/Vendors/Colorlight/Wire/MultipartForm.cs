using System.Text;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>One part of a form.</summary>
/// <param name="Name">The name of the field, such as <c>f1</c>.</param>
/// <param name="File">The name of the file; null when it is none.</param>
/// <param name="ContentType">What it is; null when nothing is said.</param>
/// <param name="Data">Its bytes.</param>
internal sealed record FormPart(string? Name, string? File, string? ContentType, ReadOnlyMemory<byte> Data)
{
    /// <summary>Where the head of the part starts in the body that it was read from.</summary>
    public int At { get; init; }

    /// <summary>Where <see cref="Data"/> starts in the body that it was read from.</summary>
    public int DataAt { get; init; }
}

/// <summary>Bodies of <c>multipart/form-data</c> (RFC 7578), as far as files need them.</summary>
internal static class MultipartForm
{
    private const string Type = "multipart/form-data";
    private const int MostParts = 1_024;
    private const int LongestHead = 2_048;
    private const int LongestBoundary = 70;

    /// <summary>The content type of a form with a boundary.</summary>
    public static string TypeOf(string boundary) => $"{Type}; boundary={boundary}";

    /// <summary>The boundary that a content type names; null when it is no form.</summary>
    public static string? BoundaryOf(string? contentType)
    {
        if (contentType?.Split(';', StringSplitOptions.TrimEntries) is not [var type, .. var rest] || !type.Equals(Type, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var boundary = rest.FirstOrDefault(word => word.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase))?[9..].Trim('"');
        return boundary is { Length: > 0 and <= LongestBoundary } ? boundary : null;
    }

    /// <summary>A boundary that stands in none of the parts: the wish, with as many letters behind it as that takes.</summary>
    public static string Boundary(string wish, IReadOnlyList<FormPart> parts)
    {
        var boundary = wish;
        while (parts.Any(part => part.Data.Span.IndexOf(Encoding.ASCII.GetBytes($"--{boundary}")) >= 0))
        {
            boundary += "x";
        }

        return boundary;
    }

    /// <summary>Writes a form.</summary>
    public static byte[] Write(IReadOnlyList<FormPart> parts, string boundary)
    {
        var heads = parts.Select(part => Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"{part.Name}\"; filename=\"{part.File}\"\r\nContent-Type: {part.ContentType}\r\n\r\n")).ToArray();
        var end = Encoding.ASCII.GetBytes($"--{boundary}--\r\n");
        var body = new byte[heads.Sum(head => head.Length) + parts.Sum(part => part.Data.Length + 2) + end.Length];
        var at = 0;
        foreach (var (head, part) in heads.Zip(parts))
        {
            head.CopyTo(body, at);
            part.Data.CopyTo(body.AsMemory(at + head.Length));
            at += head.Length + part.Data.Length;
            (body[at], body[at + 1]) = ((byte)'\r', (byte)'\n');
            at += 2;
        }

        end.CopyTo(body, at);
        return body;
    }

    /// <summary>Reads the parts of a form; null when it breaks a rule. Copies nothing.</summary>
    public static IReadOnlyList<FormPart>? Read(ReadOnlyMemory<byte> body, string boundary)
    {
        var fence = Encoding.Latin1.GetBytes($"--{boundary}");
        byte[] inner = [(byte)'\r', (byte)'\n', .. fence];
        var parts = new List<FormPart>();
        if (!body.Span.StartsWith(fence))
        {
            return null;
        }

        var at = fence.Length;
        while (parts.Count <= MostParts)
        {
            var rest = body.Span[at..];
            if (rest.StartsWith("--"u8))
            {
                return parts;
            }

            var window = rest[..Math.Min(rest.Length, LongestHead)];
            var length = window.IndexOf("\r\n\r\n"u8);
            if (!rest.StartsWith("\r\n"u8) || length < 0)
            {
                return null;
            }

            var dataAt = at + length + 4;
            var end = body.Span[dataAt..].IndexOf(inner);
            if (end < 0 || Part(Encoding.UTF8.GetString(rest.Slice(2, Math.Max(0, length - 2)))) is not { } part)
            {
                return null;
            }

            parts.Add(part with { Data = body.Slice(dataAt, end), At = at + 2, DataAt = dataAt });
            at = dataAt + end + inner.Length;
        }

        return null;
    }

    private static FormPart? Part(string head)
    {
        string? name = null, file = null, type = null;
        foreach (var line in head.Split("\r\n"))
        {
            if (line.Split(':', 2) is not [var key, var value])
            {
                return null;
            }

            if (key.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
            {
                (name, file) = (Quoted(value, "; name=\""), Quoted(value, "; filename=\""));
            }
            else if (key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                type = value.Trim();
            }
        }

        return new FormPart(name, file, type, ReadOnlyMemory<byte>.Empty);
    }

    private static string? Quoted(string line, string before)
    {
        var from = line.IndexOf(before, StringComparison.OrdinalIgnoreCase);
        var to = from < 0 ? -1 : line.IndexOf('"', from + before.Length);
        return to < 0 ? null : line[(from + before.Length)..to];
    }
}
