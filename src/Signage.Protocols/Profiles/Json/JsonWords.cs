using System.Text.Json;

namespace Signage.Protocols.Profiles.Json;

/// <summary>JSON told to a person.</summary>
internal static class JsonWords
{
    /// <summary>The words that a profile writes for the values of an enum.</summary>
    public static string[] OfEnum(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>What a type asks for.</summary>
    public static string Wanted(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(bool) => "true or false",
        _ when type.IsEnum => $"one of {string.Join(", ", OfEnum(type))}",
        _ => "another kind of value",
    };

    /// <summary>What stands in the file.</summary>
    public static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => Shortened(value.GetRawText()),
    };

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..57]}...";
}
