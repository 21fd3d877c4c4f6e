using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Protocols.Dialogues;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>Replies in the player's form, and questions taken apart.</summary>
internal static class PlayerAnswers
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Done.</summary>
    public static WireAnswer.Reply Yes => Of(new JsonObject());

    /// <summary>A refusal; the document defines no body for one.</summary>
    public static WireAnswer.Reply No(int status) => new(status, Json, "{}"u8.ToArray());

    /// <summary>An answer with values.</summary>
    public static WireAnswer.Reply Of(JsonObject values) => new(200, Json, Encoding.UTF8.GetBytes(values.ToJsonString()));

    /// <summary>A picture.</summary>
    public static WireAnswer.Reply Picture(byte[] file) => new(200, "image/png", file);

    /// <summary>The members of a JSON question; null when it is none. The content type has to say that it is one.</summary>
    public static JsonElement? Asked(WireMessage.Request request)
    {
        if (request.ContentType?.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && IsUnicode(request.Body.Span) ? document.RootElement.Clone() : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // No JSON, or a name or a text in it with half a surrogate pair, which is found only when it is read.
            return null;
        }
    }

    // Throws where a name or a text is none, see the caller.
    private static bool IsUnicode(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            _ = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString() : null;
        }

        return true;
    }

    /// <summary>A whole number of a question within bounds; null when it is missing or none.</summary>
    public static int? Number(JsonElement? of, string name, int least, int most) =>
        of is { } asked && asked.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
        && number >= least && number <= most
            ? number
            : null;
}
