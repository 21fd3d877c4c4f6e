using System.Text.Json;
using System.Text.Json.Serialization;

namespace Signage.Protocols.Profiles.Json;

/// <summary>Enums in profiles are words such as <c>moveLeft</c>, never numbers: a renumbered enum must not change the meaning of a file.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
