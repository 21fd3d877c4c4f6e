using System.Text.Json.Nodes;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Tests.Profiles;

/// <summary>The committed profiles, and one of them in a form that a test can break.</summary>
internal static class ProfileFolderOfTests
{
    private const string Broken = "onbon-bx6";

    public static string Root { get; } = Path.Combine(FindRepository(), "firmware-profiles");

    public static string SchemaFile => Path.Combine(Root, "schema", "device-profile.schema.json");

    public static IReadOnlyList<ProfileFile> Committed =>
        [.. Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new ProfileFile(path, path[..^".json".Length], File.ReadAllText(Path.Combine(Root, path))))];

    private static IEnumerable<string> Protocols => Committed.Select(file => (string)JsonNode.Parse(file.Text)!["protocol"]!).Distinct();

    public static JsonObject Good => JsonNode.Parse(Committed.Single(file => file.ExpectedId == "onbon/bx-6e2").Text)!.AsObject();

    public static ProfileReading Read(JsonNode profile, params string[] complaints) =>
        ReadText(profile.ToJsonString(), complaints);

    public static ProfileReading ReadText(string text, params string[] complaints) =>
        Reader(complaints).Read([new ProfileFile("a/file.json", "onbon/bx-6e2", text)]);

    /// <summary>Knows the protocol of every committed profile, so that a new family is read here like the others; only the one that the tests break complains.</summary>
    public static ProfileReader Reader(params string[] complaints) => new(new PanelAdapters(
        [new ComplainingAdapter(Broken, complaints), .. Protocols.Where(protocol => protocol != Broken).Select(protocol => new ComplainingAdapter(protocol))]));

    public static DeviceProfile Find(string id) =>
        Reader().Read(Committed) is { Catalog: { } catalog } && catalog.TryFind(id, out var profile)
            ? profile
            : throw new InvalidOperationException($"{id} is not a valid profile.");

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
