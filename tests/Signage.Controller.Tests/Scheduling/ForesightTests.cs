using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Transports.Links;
using Signage.Transports.Tcp;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>A look ahead at panels that nothing can be sent to.</summary>
public sealed class ForesightTests : IDisposable
{
    private static readonly ProfileCatalog Catalog =
        new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;

    private static readonly Plan Plan = new([new Programme("charity-01", [CharityPack.Instance.Slogans[0].ToRevision()], ShowStyle.Automatic)], [new Slot("s", "charity-01", [], SlotTime.Always)], TimeZoneInfo.Utc);
    private readonly ShowRenderer _drawing = new();

    /// <inheritdoc />
    public void Dispose() => _drawing.Dispose();

    [Fact]
    public void Look_WhenTwoPanelsHaveOneCard_ForeseesNothingForThemAndTheRestForTheThird()
    {
        var foreseen = Look(Panel("a", "tcp://127.0.0.1:9"), Panel("b", "tcp://127.0.0.1:9"), Panel("c", "tcp://127.0.0.1:10"));
        Assert.Equal([true, true, false], foreseen.Select(one => one.Show is null));
        Assert.All(foreseen.Take(2), one => Assert.NotNull(one.Refusal));
        Assert.Null(foreseen[2].Refusal);
        Assert.False(foreseen[2].Show!.IsDark);
    }

    [Fact]
    public void Look_WhenTheCardModelIsUnknown_SaysSo() => Assert.Contains("onbon/none", Look(Panel("a", "tcp://127.0.0.1:9") with { ProfileId = "onbon/none" })[0].Refusal!, StringComparison.Ordinal);

    private IReadOnlyList<ForeseenShow> Look(params Panel[] panels)
    {
        var rules = new PanelRules(new FleetWires(Catalog, SiteHost.Adapters(), new PanelTransports([new TcpTransport(TimeProvider.System)]), "", NullLogger.Instance));
        var door = new ShowDoor(new FittingRenderer(_drawing, rules), new Gate(new PackApprovalPolicy(CharityPack.Instance)), NullLogger.Instance);
        return new Foresight(door, rules).Look(new SitePicture(panels, Plan), panels, new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero));
    }

    private static Panel Panel(string id, string endpoint) => new(new PanelId(id), id, "onbon/bx-6e2", PanelFace.Parse("160x16x1"), new Uri(endpoint));
}
