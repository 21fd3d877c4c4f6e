using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Signage.Core.Text;

namespace Signage.Protocols.Profiles.Json;

/// <summary>
/// What the profile record itself says of a member: required, nullable, and its range, pattern or least count by attribute. The reader and the
/// schema take it from here, so that they cannot disagree.
/// </summary>
internal static class MemberRules
{
    public static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    public static bool MayBeNull(JsonPropertyInfo property) => property.IsSetNullable || property.AssociatedParameter is { IsNullable: true };

    public static T? Find<T>(JsonPropertyInfo property)
        where T : Attribute => Of<T>(property.AttributeProvider) ?? Of<T>(property.AssociatedParameter?.AttributeProvider);

    /// <summary>What the attributes object to in a value of the right kind.</summary>
    public static IEnumerable<string> Complaints(JsonElement value, JsonPropertyInfo property)
    {
        if (Find<RangeAttribute>(property) is { } range && value.GetInt32() is var number && (number < (int)range.Minimum || number > (int)range.Maximum))
        {
            yield return Words.OutOfRange.With(number, range.Minimum, range.Maximum);
        }

        if (Find<MinLengthAttribute>(property) is { } least && value.GetArrayLength() < least.Length)
        {
            yield return Words.TooFewEntries.With(value.GetArrayLength(), least.Length);
        }

        if (Find<RegularExpressionAttribute>(property) is { } pattern
            && !pattern.IsValid(value.GetString()))
        {
            yield return Words.NoMatch.With(value.GetString(), pattern.Pattern);
        }
    }

    private static T? Of<T>(ICustomAttributeProvider? provider)
        where T : Attribute => provider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();
}
