using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Hosting;
using Signage.Storage;

namespace Signage.Controller.Tests.Hosting;

/// <summary>A site that is made from a file with mistakes: all of them are told, nothing is made, and the same command works when they are mended.</summary>
public sealed class FoundingTests : IDisposable
{
    private const string Gate = """{"id":"gate","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-found-");

    [Fact]
    public async Task Found_WhenTheImportHasMistakesOfEveryKind_NamesAllOfThemAtOnce()
    {
        var import = $$"""
            {"panels":[{{Gate}},{"id":"Hall","profile":"onbon/bx-6e2","face":"160x16","endpoint":"tcp://127.0.0.1:2"},
                       {"id":"east","profile":"nope","face":"160x16x1","endpoint":"tcp://127.0.0.1:3"},{{Gate.Replace(":1", ":4", StringComparison.Ordinal)}},null],
             "slots":[{"id":"a","programme":"charity-01","from":"25:00"},{"id":"b","programme":"charity-99"},{"id":"c","programme":"charity-01","panels":["west"]},
                      {"id":"d"},{"id":"dark","priority":"blank"}]}
            """;

        var refused = await Assert.ThrowsAsync<SiteStartException>(() => FoundAsync(import));

        foreach (var place in (string[])["panels[1]", "nope", "panels[3]", "panels[4]", "slots[0]", "charity-99", "'west'", "slots[3]"])
        {
            Assert.Contains(refused.Reasons, reason => reason.Contains(place, StringComparison.Ordinal));
        }

        Assert.Equal(8, refused.Reasons.Count);
        Assert.Empty(_folder.EnumerateDirectories());
        Assert.Equal(1, (await FoundAsync($$"""{"panels":[{{Gate}}],"slots":[{"id":"dark","priority":"blank"}]}""")).Slots);
    }

    [Fact]
    public async Task Found_WhenTheMistakesAreMany_NamesTwentyAndCountsTheRest()
    {
        var slots = new JsonArray([.. Enumerable.Range(0, 50).Select(slot => (JsonNode)new JsonObject { ["id"] = $"s{slot}", ["programme"] = "none" })]);

        var refused = await Assert.ThrowsAsync<SiteStartException>(() => FoundAsync(new JsonObject { ["slots"] = slots }.ToJsonString()));

        Assert.Equal(21, refused.Reasons.Count);
        Assert.Contains("30", refused.Reasons[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Found_WhenOnlyTheStoreRefuses_LeavesNoHalfOfASite()
    {
        await Assert.ThrowsAsync<StorageException>(() => FoundAsync("""{"slots":[{"id":"s","programme":"charity-01","firstDay":"2026-09-06","lastDay":"2026-09-05"}]}"""));

        Assert.Equal(1, (await FoundAsync("""{"slots":[{"id":"s","programme":"charity-01","firstDay":"2026-09-05","lastDay":"2026-09-06"}]}""")).Slots);
    }

    [Fact]
    public async Task Found_WhenASlotGoesByTheSunAndTheSiteHasNoPlace_NamesIt()
    {
        const string Dusk = """{"slots":[{"id":"dusk","programme":"charity-01","times":"sunset-22:00"}]}""";

        var refused = await Assert.ThrowsAsync<SiteStartException>(() => FoundAsync(Dusk));

        Assert.Contains("dusk", Assert.Single(refused.Reasons), StringComparison.Ordinal);
        Assert.Contains("Signage:Place:Latitude", refused.Reasons[0], StringComparison.Ordinal);
        Assert.Equal(1, (await FoundAsync(Dusk, ("39.904", "116.407"))).Slots);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<FoundedSite> FoundAsync(string import, (string? Latitude, string? Longitude) place = default)
    {
        var file = Path.Combine(_folder.FullName, "signage.json");
        await File.WriteAllTextAsync(file, import, TestContext.Current.CancellationToken);
        return await SiteHost.FoundAsync(
            _ => new SiteSettings
            {
                Data = Path.Combine(_folder.FullName, "data"),
                Profiles = Path.Combine(AppContext.BaseDirectory, "firmware-profiles"),
                RuntimeFolder = Path.Combine(_folder.FullName),
                Import = file,
                Latitude = place.Latitude,
                Longitude = place.Longitude,
            },
            new FakeTimeProvider(),
            TestContext.Current.CancellationToken);
    }
}
