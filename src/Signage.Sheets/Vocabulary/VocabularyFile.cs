using System.Text.Json;
using System.Text.Json.Serialization;

namespace Signage.Sheets.Vocabulary;

/// <summary>The shape of <c>vocabulary.json</c>: the words and forms that offices write, so that a new one is a line of data.</summary>
internal sealed record VocabularyFile(
    Dictionary<string, string[]> SlotColumns, Dictionary<string, string[]> SloganColumns, string[] RemarkBeginnings, string[] AllPanels, string[] WholeDay, string[] EveryDay,
    Dictionary<string, string[]> Priorities, string[] Tests, Dictionary<string, string[]> Tones, string[] Yes, string[] No, Dictionary<string, string[]> DayRules, Dictionary<string, string> Folds, Dictionary<string, string> Sun,
    string Midnight, string Noon, string[] Nights, string[] Afternoon, string[] Morning, string[] DayPatterns, string[] YearlessPatterns, string[] DayRangePatterns, string[] ClockPatterns)
{
    /// <summary>Reads the one that is built in.</summary>
    public static VocabularyFile Read()
    {
        using var stream = typeof(VocabularyFile).Assembly.GetManifestResourceStream("vocabulary.json")!;
        return JsonSerializer.Deserialize(stream, VocabularyJson.Default.VocabularyFile)!;
    }
}

/// <summary>How the vocabulary is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(VocabularyFile))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
