using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Signage.Controller.Hosting;
using Signage.Storage;

namespace Signage.Cli.Json;

/// <summary>The shapes that scripts read. Chinese stays Chinese: the answer goes to a terminal or a file, never into a page.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ProfileRow>))]
[JsonSerializable(typeof(ProfileRow))]
[JsonSerializable(typeof(IReadOnlyList<CalendarRow>))]
[JsonSerializable(typeof(ProfileCheckAnswer))]
[JsonSerializable(typeof(AlertCheckAnswer))]
[JsonSerializable(typeof(LayoutAnswer))]
[JsonSerializable(typeof(PosterAnswer))]
[JsonSerializable(typeof(EncodeAnswer))]
[JsonSerializable(typeof(IReadOnlyList<PacketRow>))]
[JsonSerializable(typeof(ListeningAnswer))]
[JsonSerializable(typeof(VerdictAnswer))]
[JsonSerializable(typeof(ShowAnswer))]
[JsonSerializable(typeof(ConformanceAnswer))]
[JsonSerializable(typeof(IReadOnlyList<CaseName>))]
[JsonSerializable(typeof(RunningAnswer))]
[JsonSerializable(typeof(FoundedSite))]
[JsonSerializable(typeof(IReadOnlyList<BackupInfo>))]
[JsonSerializable(typeof(RestoreReport))]
[JsonSerializable(typeof(PictureCheckAnswer))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>The shapes with Chinese written as it is.</summary>
    public static CliJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
