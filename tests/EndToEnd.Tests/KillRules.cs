using System.Globalization;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;

namespace EndToEnd.Tests;

/// <summary>What should be up while a site is killed again and again, from the pure rules and the renderer, without the site; and the slots that it is given.</summary>
internal sealed class KillRules : IDisposable
{
    private readonly ShowRenderer _renderer = new();
    private readonly IReadOnlyList<Programme> _programmes = SiteImport.Pack(CharityPack.Instance).Programmes;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly ProfileCatalog _catalog =
        new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;

    /// <summary>What plays when nothing else does.</summary>
    public static Slot Base { get; } = new("base", "charity-09", [], SlotTime.Always, Priority.Base);

    /// <summary>
    /// A slot of a round. In the first twenty rounds and every sixth later one the first of them changes what is shown now; the others wait for a far day, because one packet holds only so many
    /// pages.
    /// </summary>
    public static Slot Slot(int kill, int number)
    {
        DateOnly? first = number == 0 && (kill < 20 || kill % 6 == 0) ? null : new DateOnly(2099, 1, 1);
        var programme = string.Create(CultureInfo.InvariantCulture, $"charity-{1 + ((kill + number) % 18):00}");
        return new Slot(string.Create(CultureInfo.InvariantCulture, $"k{kill:000}-{number}"), programme, [], SlotTime.Always with { FirstDay = first });
    }

    /// <summary>A card model.</summary>
    public DeviceProfile Profile(string id) => _catalog.TryFind(id, out var profile) ? profile! : throw new InvalidOperationException($"{id}: no such model");

    /// <summary>The show for a panel at an instant, and up to when it holds.</summary>
    public (Show Show, DateTimeOffset? Until) At(IReadOnlyList<Slot> slots, Panel panel, DateTimeOffset instant)
    {
        var decision = Arbiter.Decide(new Plan(_programmes, slots, _zone), instant, panel.Id);
        return (((RenderAnswer.Rendered)_renderer.Render(decision.Loop, panel.Face, Profile(panel.ProfileId).ToAbilities())).Show, decision.Until);
    }

    public void Dispose() => _renderer.Dispose();
}
