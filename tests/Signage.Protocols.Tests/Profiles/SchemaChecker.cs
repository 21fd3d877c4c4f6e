using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Signage.Protocols.Tests.Profiles;

/// <summary>A second opinion on JSON schemas, small but strict: a keyword that it does not know is an error, so that nothing goes unchecked.</summary>
internal static class SchemaChecker
{
    public static IEnumerable<string> Check(JsonNode? value, JsonObject schema, JsonObject root, string path = "$")
    {
        if (schema["$ref"] is { } reference)
        {
            schema = Resolve(root, reference.GetValue<string>());
        }

        return schema.SelectMany(rule => Judge(value, rule.Key, rule.Value!, root, schema).Select(text => $"{path}: {text}")
            .Concat(Below(value, rule.Key, rule.Value!, root, path)));
    }

    private static IEnumerable<string> Judge(JsonNode? value, string keyword, JsonNode rule, JsonObject root, JsonObject schema)
    {
        var good = keyword switch
        {
            "$schema" or "title" or "default" or "properties" or "items" => true,
            "type" => Types(rule).Contains(TypeOf(value)),
            "enum" => rule.AsArray().Any(word => JsonNode.DeepEquals(word, value)),
            "required" => value is JsonObject item && rule.AsArray().All(name => item.ContainsKey(name!.GetValue<string>())),
            "additionalProperties" => rule is JsonObject || value is not JsonObject item || item.All(member => schema["properties"]!.AsObject().ContainsKey(member.Key)),
            "minimum" => value is null || value.GetValue<int>() >= rule.GetValue<int>(),
            "maximum" => value is null || value.GetValue<int>() <= rule.GetValue<int>(),
            "minItems" => value!.AsArray().Count >= rule.GetValue<int>(),
            "pattern" => Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>(), RegexOptions.ECMAScript),
            _ => throw new NotSupportedException($"This checker does not know the keyword {keyword}."),
        };
        return good ? [] : [$"fails {keyword} {rule.ToJsonString()}"];
    }

    private static IEnumerable<string> Below(JsonNode? value, string keyword, JsonNode rule, JsonObject root, string path) => (keyword, value) switch
    {
        ("properties", JsonObject item) => rule.AsObject().Where(member => item.ContainsKey(member.Key))
            .SelectMany(member => Check(item[member.Key], member.Value!.AsObject(), root, $"{path}.{member.Key}")),
        ("items", JsonArray list) => list.SelectMany((entry, index) => Check(entry, rule.AsObject(), root, $"{path}[{index}]")),
        ("additionalProperties", JsonObject item) when rule is JsonObject each => item.SelectMany(member => Check(member.Value, each, root, $"{path}.{member.Key}")),
        _ => [],
    };

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray many ? many.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "integer",
        _ => "boolean",
    };

    private static JsonObject Resolve(JsonObject root, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate((JsonNode)root, (at, step) => at is JsonArray list ? list[int.Parse(step, null)]! : at[step]!).AsObject();
}
