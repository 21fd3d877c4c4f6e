using System.Text.Json;
using System.Text.Json.Serialization;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Profiles.Json;

/// <summary>How a profile is written as JSON. The reader and the generated schema both follow this one description.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(CamelCaseEnumConverter<ColourAbility>),
        typeof(CamelCaseEnumConverter<DeliveryKind>),
        typeof(CamelCaseEnumConverter<Effect>),
        typeof(CamelCaseEnumConverter<EffectFidelity>),
        typeof(CamelCaseEnumConverter<EvidenceLevel>),
        typeof(CamelCaseEnumConverter<LinkShape>),
    ])]
[JsonSerializable(typeof(DeviceProfile))]
internal sealed partial class ProfileJsonContext : JsonSerializerContext;
