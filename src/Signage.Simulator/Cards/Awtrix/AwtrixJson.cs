using System.Text;
using System.Text.Json;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>
/// JSON as the clock can hold it: its library makes a document in memory of a fixed size, 16 bytes for each value and each text once with a zero behind
/// it (ArduinoJson 6 on a 32-bit processor). What does not fit is not read at all.
/// </summary>
internal static class AwtrixJson
{
    private const int BytesAValue = 16;

    /// <summary>The document; null when it is none, or too large for the memory.</summary>
    /// <param name="payload">The text.</param>
    /// <param name="memory">Bytes of the document.</param>
    public static JsonDocument? Read(ReadOnlyMemory<byte> payload, int memory)
    {
        try
        {
            var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 10 });
            var texts = new HashSet<string>(StringComparer.Ordinal);
            if ((Values(document.RootElement, texts) * BytesAValue) + texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1) <= memory)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member that is true or false; null otherwise.</summary>
    public static bool? Flag(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    /// <summary>A member that is a whole number; null otherwise.</summary>
    public static int? Whole(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A member that is text; null otherwise.</summary>
    public static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // The root itself stands beside the memory.
    private static int Values(JsonElement element, HashSet<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = 0;
                foreach (var member in element.EnumerateObject())
                {
                    texts.Add(member.Name);
                    members += 1 + Values(member.Value, texts);
                }

                return members;
            case JsonValueKind.Array:
                return element.EnumerateArray().Sum(item => 1 + Values(item, texts));
            case JsonValueKind.String:
                texts.Add(element.GetString()!);
                return 0;
            default:
                return 0;
        }
    }
}
