using System.Text.Json.Serialization;

namespace Signage.Trust.Screening.Lists;

/// <summary>The shape of a file of words.</summary>
internal sealed record WordListFile(string Id, string Version, DateOnly Date, WordListKind Kind, string Title, IReadOnlyList<WordEntry> Entries);

/// <summary>How it is read: every member is known and stands once, none that is needed is missing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, UseStringEnumConverter = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(WordListFile))]
internal sealed partial class WordListJson : JsonSerializerContext;
