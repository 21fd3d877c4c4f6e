using Signage.Controller.Hosting;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>The card models of the program.</summary>
internal static class TestProfiles
{
    private static readonly ProfileCatalog Catalog =
        new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeviceProfile> All => Catalog.All;

    /// <summary>A card model by its id.</summary>
    public static DeviceProfile Find(string id) => Catalog.TryFind(id, out var profile) ? profile! : throw new InvalidOperationException($"no card model {id}");
}
