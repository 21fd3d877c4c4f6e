using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Simulator.Cards;

namespace Signage.Controller.Tests.BasePages;

/// <summary>A site, its control socket, and a simulated card that forgets what flash does not hold.</summary>
public sealed class BasePageTests : IAsyncLifetime
{
    private static readonly Programme Foreign = new("foreign", [new Revision("foreign", "广告位招租")], ShowStyle.Automatic);
    private static readonly Slot Always = new("always", "charity-01", [], SlotTime.Always, Priority.Base);
    private SiteOnLoopback _test = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ISimulatedCard Card => _test.Panel.Card;

    public async ValueTask InitializeAsync() =>
        _test = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [Always], Token, [Foreign]);

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task BasePage_WhenPowerIsCut_IsShownUntilTheSiteBringsBackWhatShouldShow()
    {
        var shown = await _test.SentAsync("charity-01", Token);
        var answer = await StoreAsync("charity-09");
        Assert.Equal("acknowledged", (string?)answer["base"]!["evidence"]);
        Assert.Equal(1, Card.Read().FlashWrites);
        await UntilAsync(() => Card.Read().Digest == shown.Truth.Desired, "the show is on the glass again after storing");

        Card.CutPower();
        await UntilAsync(() => _test.Site.Board.Now[0].Reached == false, "the site notices that the card is gone");
        Card.RestorePower();

        // The card knows only its flash until the site sends again.
        Assert.Equal((string?)answer["base"]!["flash"]!["digest"], Card.Read().Digest?.Hex);
        Assert.False(Card.Read().Glass.IsDark);
        await UntilAsync(() => Card.Read().Digest == shown.Truth.Desired, "the site brings the show back");
        Assert.Equal(1, Card.Read().FlashWrites);
    }

    [Fact]
    public async Task BasePage_WhenAskedForAgain_WritesNothing()
    {
        await StoreAsync("charity-09");
        var again = await StoreAsync("charity-09");

        Assert.Equal((false, 1), ((bool)again["base"]!["written"]!, (int)again["base"]!["flash"]!["writes"]!));
        Assert.Equal(1, Card.Read().FlashWrites);
    }

    [Fact]
    public async Task BasePage_WhenTheCardLostIt_IsWrittenAnew()
    {
        await StoreAsync("charity-09");
        foreach (var packet in ClearedByOthers())
        {
            Hear(packet);
        }

        Assert.True((bool)(await StoreAsync("charity-09"))["base"]!["written"]!);
        Assert.Equal(3, Card.Read().FlashWrites);
    }

    [Fact]
    public async Task BasePage_WhenSomebodyElseWroteOverIt_IsNotTakenForOurs()
    {
        await StoreAsync("charity-09");
        Foreigner();
        Assert.Contains("P000", (string?)(await AskAsync("charity-09"))["error"], StringComparison.Ordinal);

        Assert.True((bool)(await AskAsync("charity-09", remove: true))["base"]!["written"]!);
        Assert.Equal(3, Card.Read().FlashWrites);
        Assert.False((bool)(await StoreAsync("charity-09"))["base"]!["written"]!);
    }

    [Fact]
    public async Task BasePage_WhenItsWordsAreNotApproved_IsRefusedByTheGate()
    {
        var refused = await AskAsync("foreign");

        Assert.Equal((false, 0), ((bool)refused["ok"]!, Card.Read().FlashWrites));
        Assert.Contains("foreign", (string?)refused["error"], StringComparison.Ordinal);
        Assert.Empty(Card.Read().Stored);
    }

    [Fact]
    public async Task BasePage_WhenAPanelIsBlanked_IsRefused()
    {
        _test.Site.Blanks.Press([], "test");
        var refused = await AskAsync("charity-09");

        Assert.Contains("blanked", (string?)refused["error"], StringComparison.Ordinal);
        Assert.Equal(0, Card.Read().FlashWrites);
    }

    [Fact]
    public async Task BasePage_WhenPowerReturnsWhileBlanked_IsDarkenedAgain()
    {
        await StoreAsync("charity-09");
        _test.Site.Blanks.Press([], "test");
        await UntilAsync(() => Card.Read().Glass.IsDark, "dark at once");
        Card.CutPower();
        await UntilAsync(() => _test.Site.Board.Now[0].Reached == false, "the site notices that the card is gone");
        Card.RestorePower();
        Assert.False(Card.Read().Glass.IsDark);
        await UntilAsync(() => Card.Read() is { Glass.IsDark: true, Digest: not null }, "the gap is closed when the site hears the card again");
    }

    [Fact]
    public async Task BasePage_WhenTheCardHoldsOthers_SaysWhichAndWritesOnlyWhenTheyMayGo()
    {
        Foreigner();
        var refused = await AskAsync("charity-09");
        Assert.Contains("P000", (string?)refused["error"], StringComparison.Ordinal);
        Assert.Contains("--remove-stored", (string?)refused["error"], StringComparison.Ordinal);
        Assert.Equal(1, Card.Read().FlashWrites);

        var stored = await AskAsync("charity-09", remove: true);
        Assert.Equal(["P000"], stored["base"]!["removed"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(2, Card.Read().FlashWrites);
    }

    [Fact]
    public async Task BasePage_WhenNoneIsWished_ClearsTheFlashOnce()
    {
        await StoreAsync("charity-09");
        Assert.True((bool)(await StoreAsync("none"))["base"]!["written"]!);
        Assert.False((bool)(await StoreAsync("none"))["base"]!["written"]!);
        Card.PowerCycle();

        Assert.Empty(Card.Read().Stored);
        Assert.Equal(2, Card.Read().FlashWrites);
        Assert.Equal("none", (string?)(await ListedAsync())["flash"]!["holds"]);
    }

    [Fact]
    public async Task BasePage_WhenWrittenTooOftenOnADay_IsRefusedUntilTheNext()
    {
        await StoreAsync("charity-01");
        await StoreAsync("charity-02");
        await StoreAsync("charity-03");
        var refused = await AskAsync("charity-04");
        Assert.Contains("tomorrow", (string?)refused["error"], StringComparison.Ordinal);
        Assert.Equal(3, Card.Read().FlashWrites);

        _test.SiteTime.Advance(TimeSpan.FromDays(1));
        await StoreAsync("charity-04");
        Assert.Equal((4, 1), ((int)(await ListedAsync())["flash"]!["writes"]!, (int)(await ListedAsync())["flash"]!["today"]!));
    }

    [Fact]
    public async Task PanelAdd_WhenABasePageIsWished_EnrolsAndStoresInOne()
    {
        var host = await Simulator.Hosts.PanelHosts.StartAsync(new Uri("tcp://127.0.0.1:0"), SiteOnLoopback.NewCard("256x32x1"), TimeProvider.System, Token);
        await using (host)
        {
            var answer = await EnrolAsync("charity-06", host.Endpoint);

            Assert.True((bool)answer["base"]!["stored"]!, answer.ToJsonString());
            Assert.Equal((1, "P000"), (host.Card.Read().FlashWrites, Assert.Single(host.Card.Read().Stored)));
        }
    }

    [Fact]
    public async Task PanelAdd_WhenTheBasePageIsNotApproved_DoesNotEnrol()
    {
        var host = await Simulator.Hosts.PanelHosts.StartAsync(new Uri("tcp://127.0.0.1:0"), SiteOnLoopback.NewCard("256x32x1"), TimeProvider.System, Token);
        await using (host)
        {
            var answer = await EnrolAsync("foreign", host.Endpoint);

            Assert.False((bool)answer["ok"]!);
            Assert.Single((await SendAsync(new JsonObject { ["verb"] = "panel.list" }))["panels"]!.AsArray());
        }
    }

    private async Task<JsonObject> StoreAsync(string item)
    {
        var answer = await AskAsync(item);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    private Task<JsonObject> EnrolAsync(string item, Uri endpoint) => SendAsync((JsonObject)JsonNode.Parse(
        $$"""
        {"verb":"panel.add","base":"{{item}}","panel":{"id":"hall","name":"hall","profile":"onbon/bx-6e2","face":"256x32x1","endpoint":"{{endpoint.OriginalString}}" } }
        """)!);

    private Task<JsonObject> AskAsync(string item, bool remove = false) =>
        SendAsync(new JsonObject { ["verb"] = "panel.base", ["panel"] = "gate", ["base"] = item, ["remove"] = remove });

    private async Task<JsonNode> ListedAsync() => (await SendAsync(new JsonObject { ["verb"] = "panel.list" }))["panels"]![0]!;

    private Task<JsonObject> SendAsync(JsonObject request) =>
        ControlClient.SendAsync(SiteSettings.SocketOf(_test.Folder), request, TimeProvider.System, Token);

    // Somebody stores words of their own with another program.
    private void Foreigner()
    {
        var face = PanelFace.Parse("160x16x1");
        var picture = Core.Frames.PixelFrame.Create(face.Size, face.Layout, 0, (cells, _) => cells.Fill(0xF0));
        var page = new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(4));
        var show = new Show(face, "onbon/bx-6e2", [new ShowPage(page, new Revision("foreign", "?"))]);
        foreach (var packet in SiteOnLoopback.Packets(new Protocols.Adapters.PanelCommand.StoreShow(show, []), face))
        {
            Hear(packet);
        }
    }

    private static IReadOnlyList<byte[]> ClearedByOthers()
    {
        var packets = SiteOnLoopback.Packets(new Protocols.Adapters.PanelCommand.ClearStored(["P000", "D000"]), PanelFace.Parse("160x16x1"));
        Assert.Equal(6, packets.Count);
        return packets;
    }

    private void Hear(byte[] packet)
    {
        var input = new System.Buffers.ReadOnlySequence<byte>(packet);
        ((IByteCard)Card).OnBytes(ref input, new System.Buffers.ArrayBufferWriter<byte>());
    }

    private static async Task UntilAsync(Func<bool> wish, string what)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!wish())
        {
            try
            {
                await timer.WaitForNextTickAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"never: {what}");
            }
        }
    }
}
