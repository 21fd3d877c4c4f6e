using System.Text;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>An uploaded form taken apart by the player itself (RFC 7578): files by name. The order of the parts means nothing.</summary>
internal static class ProgramForm
{
    private const int MostFiles = 1_024;

    /// <summary>The files of a body; null when it breaks a rule or names a file twice.</summary>
    public static Dictionary<string, ReadOnlyMemory<byte>>? Read(string contentType, ReadOnlyMemory<byte> body)
    {
        if (Parameter(contentType, "boundary") is not { Length: > 0 and <= 70 } boundary)
        {
            return null;
        }

        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var fence = Encoding.ASCII.GetBytes($"\r\n--{boundary}");

        // What stands before the first fence is no part; the first one may stand at the very beginning.
        ReadOnlyMemory<byte> text = (byte[])[(byte)'\r', (byte)'\n', .. body.Span];
        var at = text.Span.IndexOf(fence);
        while (at >= 0)
        {
            var rest = text[(at + fence.Length)..];
            if (rest.Span.StartsWith("--"u8))
            {
                return files.Count > 0 ? files : null;
            }

            // A part without a head has no name.
            var headEnd = rest.Span.IndexOf("\r\n\r\n"u8);
            var next = headEnd < 2 ? -1 : rest.Span[(headEnd + 2)..].IndexOf(fence);
            if (!rest.Span.StartsWith("\r\n"u8) || next < 2 || files.Count == MostFiles
                || FileOf(Encoding.UTF8.GetString(rest.Span[2..headEnd])) is not { } file
                || !files.TryAdd(file, rest.Slice(headEnd + 4, next - 2)))
            {
                return null;
            }

            at += fence.Length + headEnd + 2 + next;
        }

        return null;
    }

    // Every part is a file: it has a name of its own beside the name of its field.
    private static string? FileOf(string head)
    {
        var disposition = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase));
        return disposition is not null && disposition.Contains("form-data", StringComparison.OrdinalIgnoreCase) && Parameter(disposition, "name") is { Length: > 0 }
            && Parameter(disposition, "filename") is { Length: > 0 } file && file.IndexOfAny(['/', '\\', '\0']) < 0
                ? file
                : null;
    }

    private static string? Parameter(string line, string name)
    {
        foreach (var word in line.Split(';').Skip(1))
        {
            if (word.Trim().Split('=', 2) is [var key, var value] && key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value.Trim().Trim('"');
            }
        }

        return null;
    }
}
