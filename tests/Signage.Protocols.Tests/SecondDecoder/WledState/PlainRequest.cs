using System.Text;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Tests.SecondDecoder.WledState;

/// <summary>A request as a web server reads it: its lines cut by hand, and nothing of the codec of the program.</summary>
internal sealed record PlainRequest(string Method, string Path, string? ContentType, string Body)
{
    public static PlainRequest Of(WireMessage.Request request) => new(request.Method, request.Path, request.ContentType, Encoding.UTF8.GetString(request.Body.Span));

    /// <summary>Reads the bytes of one request, all of them.</summary>
    public static PlainRequest Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Need(end > 0, "a head and an empty line");
        var lines = text[..end].Split("\r\n");
        var start = lines[0].Split(' ');
        Need(start is [_, ['/', ..], "HTTP/1.1"], "method, path and version");
        var fields = lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        Need(fields.GetValueOrDefault("Host") is { Length: > 0 }, "a host");
        var body = text[(end + 4)..];
        Need(fields.GetValueOrDefault("Content-Length", "0") == $"{Encoding.UTF8.GetByteCount(body)}", "the length of the body");
        return new PlainRequest(start[0], start[1], fields.GetValueOrDefault("Content-Type"), body);
    }

    private static void Need(bool holds, string what)
    {
        if (!holds)
        {
            throw new FormatException($"Expected {what}.");
        }
    }
}
