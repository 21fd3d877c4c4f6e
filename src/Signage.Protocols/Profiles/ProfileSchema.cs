using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Signage.Protocols.Profiles.Json;

namespace Signage.Protocols.Profiles;

/// <summary>The JSON schema of a profile, generated from <see cref="DeviceProfile"/>, so that editors help and nothing is written down twice.</summary>
public static class ProfileSchema
{
    /// <summary>The schema as text: indented, LF line ends, a line end at the end. The same on every machine.</summary>
    public static string Generate()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = AddRules };
        var schema = ProfileJsonContext.Default.DeviceProfile.GetJsonSchemaAsNode(options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Signage device profile");
        var text = schema.ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // the file is never part of a page
            TypeInfoResolver = ProfileJsonContext.Default,
        });
        return $"{text}\n";
    }

    /// <summary>Adds what the attributes of the record say; without it the schema would allow what the reader refuses.</summary>
    private static JsonNode AddRules(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.PropertyInfo is not { } property || schema is not JsonObject node)
        {
            return schema;
        }

        if (MemberRules.Find<RangeAttribute>(property) is { } range)
        {
            node["minimum"] = (int)range.Minimum;
            node["maximum"] = (int)range.Maximum;
        }

        if (MemberRules.Find<MinLengthAttribute>(property) is { } least)
        {
            node["minItems"] = least.Length;
        }

        if (MemberRules.Find<RegularExpressionAttribute>(property) is { } pattern)
        {
            node["pattern"] = pattern.Pattern;
        }

        return node;
    }
}
