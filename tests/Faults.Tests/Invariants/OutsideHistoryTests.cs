using System.Net.Sockets;
using Faults.Tests.Rig;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Testing.Invariants.Outside;

namespace Faults.Tests.Invariants;

/// <summary>What is recorded of a site from outside must bite too: each invariant that can be asked from there is broken by hand, at a real card on a real link, without any site.</summary>
public sealed class OutsideHistoryTests : IAsyncDisposable
{
    private const int Seed = 4711;
    private static readonly Slot Base = SlotText.Base("charity-09");
    private readonly PlanOracle _oracle;
    private readonly DeviceProfile _profile;
    private readonly OutsideHistory _outside;

    public OutsideHistoryTests()
    {
        var catalog = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;
        _profile = catalog.TryFind("onbon/bx-6e2", out var profile) ? profile! : throw new InvalidOperationException("no such model");
        _oracle = new PlanOracle(catalog, TimeZoneInfo.Utc);
        _outside = new OutsideHistory(_oracle.At, Seed);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _outside.DisposeAsync();
        _oracle.Dispose();
    }

    [Fact]
    public async Task Check_WhenAGoodMorningWasSeen_IsContent()
    {
        var gate = await PanelAsync();
        _outside.Plan([Base]);
        await TakeAsync(gate, "charity-09");
        _outside.Claimed(_outside.History.Next, gate.Id, _outside.Expected(gate).Hex);
        _outside.Answered(Base, true);
        _outside.Left([Base]);
        _outside.Check();
    }

    [Fact]
    public void Check_WhenAnAcknowledgedSlotIsNotInTheDatabase_NamesItAndTheSeed()
    {
        _outside.Answered(Base, true);
        _outside.Left([]);
        Bites("I2", "slot base: acknowledged");
    }

    [Fact]
    public void Check_WhenAnAcknowledgedSlotWasStoredAsAnother_NamesIt()
    {
        _outside.Answered(Base, true);
        _outside.Left([Base with { ProgrammeId = "charity-01" }]);
        Bites("I2", "stored as 'charity-01");
    }

    [Fact]
    public async Task Check_WhenACardTookWhatWasNeverDecided_NamesThePanel()
    {
        var gate = await PanelAsync();
        _outside.Plan([Base]);
        await TakeAsync(gate, "charity-01");
        Bites("I3", "gate: the card took");
        Bites("I5", "no approved show of this panel");
        Bites("I6", "was never decided");
    }

    [Fact]
    public async Task Check_WhenAPanelIsLitAfterABlank_NamesIt()
    {
        var gate = await PanelAsync();
        _outside.Plan([Base]);
        _outside.Blanking();
        _outside.Blanked(1);
        await TakeAsync(gate, "charity-09");
        _outside.Check();

        // That one may have been on the line when the button was pressed. The next one was not.
        await TakeAsync(gate);
        await TakeAsync(gate, "charity-09");
        Bites("I7", "while blank 1");
    }

    [Fact]
    public async Task Check_WhenTheSiteClaimsWhatNoCardTook_NamesThePanel()
    {
        var gate = await PanelAsync();
        _outside.Plan([Base]);
        _outside.Claimed(_outside.History.Next, gate.Id, _outside.Expected(gate).Hex);
        Bites("I12", "gate: the site says");
    }

    private void Bites(string invariant, string says)
    {
        var message = Assert.ThrowsAny<Exception>(_outside.Check).Message;
        Assert.Contains($"{invariant} seed {Seed}", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    private Task<OutsidePanel> PanelAsync() => _outside.AddPanelAsync("gate", _profile, PanelFace.Parse("160x16x1"), new Uri("tcp://127.0.0.1:0"), Token);

    /// <summary>Sends a show to the card as a site would, and waits until it is there.</summary>
    private async Task TakeAsync(OutsidePanel panel, params string[] items)
    {
        var show = _oracle.Of(panel.Panel, items);
        using var line = new TcpClient();
        await line.ConnectAsync(panel.Panel.Endpoint.Host, panel.Panel.Endpoint.Port, Token);
        var packets = SiteHost.Adapters().Find("onbon-bx6")!.Encode(new PanelCommand.LoadPages(show), _profile, panel.Panel.Face, new Dictionary<string, string>());
        foreach (var packet in packets)
        {
            await line.GetStream().WriteAsync(packet, Token);
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        while (panel.Holds != show.Digest)
        {
            await timer.WaitForNextTickAsync(Token);
        }
    }
}
