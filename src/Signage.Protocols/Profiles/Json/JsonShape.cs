using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Signage.Core.Text;

namespace Signage.Protocols.Profiles.Json;

/// <summary>
/// Holds a JSON text against the metadata of the type that it should become, and notes every difference. The serializer would stop at the
/// first one, and a technician would repair a file fault by fault.
/// </summary>
/// <param name="options">Where the metadata comes from.</param>
/// <param name="faults">Where differences are noted.</param>
internal sealed class JsonShape(JsonSerializerOptions options, ProfileFaults faults)
{
    /// <summary>Checks a value and everything in it.</summary>
    public void Check(JsonElement value, Type type, string path)
    {
        var info = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when Is(value, JsonValueKind.Object, Words.KindObject, path):
                CheckMembers(value, info, path);
                break;
            case JsonTypeInfoKind.Dictionary when Is(value, JsonValueKind.Object, Words.KindObject, path):
                foreach (var entry in value.EnumerateObject())
                {
                    Check(entry.Value, info.ElementType!, JsonPath.Member(path, entry.Name));
                }

                break;
            case JsonTypeInfoKind.Enumerable when Is(value, JsonValueKind.Array, Words.KindList, path):
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Check(item, info.ElementType!, JsonPath.Item(path, index));
                }

                break;
            case JsonTypeInfoKind.None when !IsScalar(value, info.Type):
                faults.Add(path, Words.WrongKind.With(JsonWords.Found(value), JsonWords.Wanted(info.Type)));
                break;
        }
    }

    private void CheckMembers(JsonElement value, JsonTypeInfo info, string path)
    {
        var known = info.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject().Where(member => !known.ContainsKey(member.Name)))
        {
            faults.Add(JsonPath.Member(path, member.Name), Words.NotAMember.With(string.Join(", ", known.Keys)));
        }

        foreach (var property in info.Properties)
        {
            var place = JsonPath.Member(path, property.Name);
            if (value.TryGetProperty(property.Name, out var member))
            {
                CheckMember(member, property, place);
            }
            else if (MemberRules.IsRequired(property))
            {
                faults.Add(place, Words.MemberMissing);
            }
        }
    }

    private void CheckMember(JsonElement member, JsonPropertyInfo property, string path)
    {
        if (member.ValueKind == JsonValueKind.Null && MemberRules.MayBeNull(property))
        {
            return;
        }

        var before = faults.Count;
        Check(member, property.PropertyType, path);
        if (faults.Count == before)
        {
            faults.AddAll(path, MemberRules.Complaints(member, property));
        }
    }

    private bool Is(JsonElement value, JsonValueKind kind, string words, string path)
    {
        if (value.ValueKind != kind)
        {
            faults.Add(path, Words.WrongKind.With(JsonWords.Found(value), words));
        }

        return value.ValueKind == kind;
    }

    private static bool IsScalar(JsonElement value, Type type) => type switch
    {
        _ when type == typeof(string) => value.ValueKind == JsonValueKind.String,
        _ when type == typeof(bool) => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ when type == typeof(int) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        _ when type.IsEnum => value.ValueKind == JsonValueKind.String && JsonWords.OfEnum(type).Contains(value.GetString()),
        _ => throw new NotSupportedException($"A profile has no member of type {type}; teach {nameof(JsonShape)} about it first."),
    };
}
