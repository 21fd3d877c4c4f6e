using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control;

/// <summary>The words that all verbs of the control socket share.</summary>
internal static class ControlAnswers
{
    /// <summary>Yes.</summary>
    public static JsonObject Ok() => new() { ["ok"] = true };

    /// <summary>No, and why. What a refusal repeats of the request may hold control characters, and its reader sits at a terminal.</summary>
    public static JsonObject Refuse(string reason) => new() { ["ok"] = false, ["error"] = string.Concat(reason.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter))) };

    /// <summary>What the store said.</summary>
    public static JsonObject Of(StoreAnswer answer) => answer is StoreAnswer.Refused refused ? Refuse(refused.Reason) : Ok();

    /// <summary>A member of a request as a typed entry.</summary>
    /// <exception cref="FormatException">It is missing.</exception>
    public static T Entry<T>(this JsonObject request, string member, JsonTypeInfo<T> type)
        where T : class =>
        request[member]?.Deserialize(type) ?? throw new FormatException(Words.MemberMissing.With(member));

    /// <summary>A member of a request as text; null when it is absent.</summary>
    /// <exception cref="FormatException">It is no text.</exception>
    public static string? Text(this JsonObject request, string member) => request[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new FormatException(Words.MemberNotText.With(member)),
    };

    /// <summary>A member of a request as a flag; false when it is absent.</summary>
    /// <exception cref="FormatException">It is no flag.</exception>
    public static bool Flag(this JsonObject request, string member) => request[member] switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw new FormatException(Words.MemberNotFlag.With(member)),
    };

    /// <summary>A member of a request as a whole number; null when it is absent.</summary>
    /// <exception cref="FormatException">It is no whole number.</exception>
    public static int? Number(this JsonObject request, string member) => request[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        _ => throw new FormatException(Words.MemberNotNumber.With(member)),
    };

    /// <summary>A list of texts; empty when it is absent.</summary>
    /// <exception cref="FormatException">It is no list of texts.</exception>
    public static IReadOnlyList<string> Texts(this JsonObject request, string member) => request[member] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new FormatException(Words.MemberNotTexts.With(member)))],
        _ => throw new FormatException(Words.MemberNotTexts.With(member)),
    };

    /// <summary>An instant as people of the site read it.</summary>
    public static string Local(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Texts as a JSON list.</summary>
    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
