using System.Text.Json;
using Signage.Core.Text;

namespace Signage.Protocols.Profiles.Json;

/// <summary>JSON told to a person.</summary>
internal static class JsonWords
{
    /// <summary>The words that a profile writes for the values of an enum.</summary>
    public static string[] OfEnum(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>What a type asks for.</summary>
    public static string Wanted(Type type) => type switch
    {
        _ when type == typeof(string) => Words.KindText,
        _ when type == typeof(int) => Words.KindNumber,
        _ when type == typeof(bool) => Words.KindBool,
        _ when type.IsEnum => Words.KindOneOf.With(string.Join(", ", OfEnum(type))),
        _ => Words.KindOther,
    };

    /// <summary>What stands in the file.</summary>
    public static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Words.KindObject,
        JsonValueKind.Array => Words.KindList,
        JsonValueKind.Null => "null",
        _ => Shortened(value.GetRawText()),
    };

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..57]}...";
}
