using System.Text;
using System.Text.Json;

namespace Signage.Trust.Screening.Lists;

/// <summary>On which line of a file of words each entry begins, so that a fault can be found in an editor.</summary>
internal static class EntryLines
{
    /// <summary>The lines, from 1, in the order of the entries.</summary>
    /// <param name="json">A text that was read as JSON before.</param>
    public static IReadOnlyList<int> Of(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var lines = new List<int>();
        var (isEntries, line, counted) = (false, 1, 0);
        while (reader.Read())
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
            {
                isEntries = reader.ValueTextEquals("entries"u8);
            }
            else if (isEntries && reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartObject or JsonTokenType.Null })
            {
                var start = (int)reader.TokenStartIndex;
                line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
                counted = start;
                lines.Add(line);
            }
        }

        return lines;
    }
}
