using System.Text.Json;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Vendors.Ddp;

/// <summary>The JSON that a display tells of itself (docs/protocols/ddp.md, section 4).</summary>
internal static class DdpStatus
{
    /// <summary>Longest text that is believed, in bytes.</summary>
    public const int Longest = 16 * 1024;

    private const int LongestValue = 120;
    private const int MostValues = 32;
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    /// <summary>Reads a status; null when it is none.</summary>
    public static PanelReading? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Shallow);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Object
                ? new PanelReading([.. status.EnumerateObject().Take(MostValues).Select(part => KeyValuePair.Create(Tidy(part.Name), Tidy(Text(part.Value))))])
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is what a text with half a surrogate pair ends in.
            return null;
        }
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // What a stranger in the network says must not move the cursor of a technician's terminal.
    private static string Tidy(string text) => new([.. text.Take(LongestValue).Where(letter => !char.IsControl(letter))]);
}
