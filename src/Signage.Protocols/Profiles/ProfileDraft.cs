using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Signage.Protocols.Profiles.Json;

namespace Signage.Protocols.Profiles;

/// <summary>
/// A profile as far as its text makes sense: the members whose shape is right. One broken member must not hide what is wrong with the others,
/// so the rules look at drafts.
/// </summary>
internal sealed class ProfileDraft
{
    private readonly Dictionary<string, object> _parts = new(StringComparer.Ordinal);

    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    private ProfileDraft()
    {
    }

    /// <summary>The profile; null when a member is missing or broken. Unknown members do not stand in its way.</summary>
    public DeviceProfile? Whole { get; private set; }

    /// <summary>A member whose shape is right, by its JSON name; null when it is absent or broken.</summary>
    public T? Part<T>(string member)
        where T : class => _parts.GetValueOrDefault(member) as T;

    /// <summary>True when a member is written, but its shape is wrong: that it cannot be read must not be told twice.</summary>
    public bool IsBroken(string member) => _broken.Contains(member);

    /// <summary>Takes what makes sense and notes everything that does not.</summary>
    public static ProfileDraft Read(JsonElement root, ProfileFaults faults)
    {
        var context = ProfileJsonContext.Default;
        new JsonShape(context.Options, faults).Check(root, typeof(DeviceProfile), JsonPath.Root);
        var draft = new ProfileDraft();
        if (root.ValueKind == JsonValueKind.Object)
        {
            draft.Take(root, context.DeviceProfile, faults);
        }

        return draft;
    }

    private void Take(JsonElement root, JsonTypeInfo<DeviceProfile> info, ProfileFaults faults)
    {
        var clean = new JsonObject();
        var complete = true;
        foreach (var property in info.Properties)
        {
            var present = root.TryGetProperty(property.Name, out var value);
            if (present && !IsBroken(JsonPath.Member(JsonPath.Root, property.Name), faults))
            {
                clean[property.Name] = JsonNode.Parse(value.GetRawText());
                _parts[property.Name] = value.Deserialize(info.Options.GetTypeInfo(property.PropertyType))!;
            }
            else if (present || MemberRules.IsRequired(property))
            {
                complete = false;
                if (present)
                {
                    _broken.Add(property.Name);
                }
            }
        }

        Whole = complete ? clean.Deserialize(info) : null;
    }

    private static bool IsBroken(string place, ProfileFaults faults) =>
        faults.Errors.Any(error => error.Path == place || error.Path.StartsWith($"{place}.", StringComparison.Ordinal)
            || error.Path.StartsWith($"{place}[", StringComparison.Ordinal));
}
