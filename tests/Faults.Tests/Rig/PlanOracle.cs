using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;

namespace Faults.Tests.Rig;

/// <summary>What should be up, from the pure rules, the renderer and the gate, without a site.</summary>
/// <param name="catalog">The card models.</param>
/// <param name="zone">Site time.</param>
internal sealed class PlanOracle(ProfileCatalog catalog, TimeZoneInfo zone) : IDisposable
{
    private readonly ShowRenderer _renderer = new();
    private readonly Gate _gate = new(new PackApprovalPolicy(CharityPack.Instance));
    private readonly IReadOnlyList<Programme> _programmes = SiteImport.Pack(CharityPack.Instance).Programmes;

    /// <summary>The show for a panel at an instant, and up to when it holds.</summary>
    public (Show Show, DateTimeOffset? Until) At(IReadOnlyList<Slot> slots, Panel panel, DateTimeOffset instant)
    {
        var decision = Arbiter.Decide(new Plan(_programmes, slots, zone), instant, panel.Id);
        return (Render(decision.Loop, panel), decision.Until);
    }

    /// <summary>A show of a slogan; of none it is dark.</summary>
    public Show Of(Panel panel, params string[] items) => Render(
        [.. items.Select(item => new LoopItem(CharityPack.Instance.Slogans.Single(slogan => slogan.Id == item).ToRevision(), ShowStyle.Automatic, "slot"))], panel);

    /// <summary>Words that nobody approved, as a card shows them of itself.</summary>
    public Show Foreign(Panel panel) =>
        ((RenderAnswer.Rendered)_renderer.Render([new LoopItem(new Revision("factory", "欢迎光临"), ShowStyle.Automatic, "factory")], panel.Face, Abilities(panel))).Show;

    public void Dispose() => _renderer.Dispose();

    private Show Render(IReadOnlyList<LoopItem> loop, Panel panel)
    {
        var show = ((RenderAnswer.Rendered)_renderer.Render(loop, panel.Face, Abilities(panel))).Show;
        return ((GateAnswer.Passed)_gate.Judge(show)).Show.Value;
    }

    private CardAbilities Abilities(Panel panel) => catalog.TryFind(panel.ProfileId, out var profile)
        ? profile!.ToAbilities()
        : throw new InvalidOperationException($"{panel.ProfileId}: no such model");
}
