using System.Globalization;
using System.Text;
using System.Text.Json;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>Tells a payload member by member. Reads without building anything, so that rubbish costs nothing.</summary>
internal static class AwtrixJsonFields
{
    private const int LongestValue = 72;
    private const int MostMembers = 64;

    /// <summary>Adds the members of the JSON at the end of a packet; what is no JSON is one field.</summary>
    /// <param name="raw">The packet.</param>
    /// <param name="at">Where the payload begins.</param>
    /// <param name="fields">Where they are added.</param>
    public static void Tell(ReadOnlySpan<byte> raw, int at, List<WireField> fields)
    {
        var payload = raw[at..];
        if (payload.IsEmpty)
        {
            return;
        }

        var members = Members(payload);
        if (members.Count == 0)
        {
            fields.Add(new WireField(at, payload.Length, "payload", Text(payload)) { IsContent = true });
            return;
        }

        var from = 0;
        foreach (var (index, (name, start, end)) in members.Index())
        {
            // The comma before a member and the brace behind the last one belong to it, so that no byte is left out.
            var to = index == members.Count - 1 ? payload.Length : end;
            fields.Add(new WireField(at + from, to - from, name, Text(payload[start..end])) { IsContent = true });
            from = to;
        }
    }

    /// <summary>True when the bytes are one JSON value.</summary>
    public static bool IsJson(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        try
        {
            while (reader.Read())
            {
                // Only whether it can be read is asked.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Bytes as text for a person, cut short; what could move a cursor is shown as a point.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestValue)]);
        var plain = string.Concat(text.Select(letter => char.IsControl(letter) ? '·' : letter));
        return bytes.Length > LongestValue ? $"{plain}… ({bytes.Length.ToString(CultureInfo.InvariantCulture)} bytes)" : plain;
    }

    // Names with the places of their values: of the members of an object, or of the objects in an array.
    private static List<(string Name, int Start, int End)> Members(ReadOnlySpan<byte> payload)
    {
        var members = new List<(string, int, int)>();
        var reader = new Utf8JsonReader(payload);
        try
        {
            reader.Read();
            var isObject = reader.TokenType == JsonTokenType.StartObject;
            while (isObject && members.Count < MostMembers && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Text(reader.ValueSpan);
                reader.Read();
                members.Add((name, (int)reader.TokenStartIndex, Skip(ref reader)));
            }

            while (!isObject && members.Count < MostMembers && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                members.Add(($"[{members.Count.ToString(CultureInfo.InvariantCulture)}]", (int)reader.TokenStartIndex, Skip(ref reader)));
            }

            while (reader.Read())
            {
                // To the end, so that broken JSON is told as such.
            }

            return members;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static int Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return (int)reader.BytesConsumed;
    }
}
