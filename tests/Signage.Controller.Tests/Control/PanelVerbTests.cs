using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Simulator.Hosts;

namespace Signage.Controller.Tests.Control;

/// <summary>The endpoint of a panel may hold the password of a broker; no answer of the site repeats it.</summary>
public sealed class PanelVerbTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_WhenAnEndpointHoldsAPassword_NeverSayIt()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [new("base", "charity-09", [], SlotTime.Always, Priority.Base)], Token);
        // A place of its own: endpoints are held for the whole machine, and other suites run beside this one.
        var topic = $"lamp-{Guid.NewGuid():N}";
        var added = await AskAsync(site, "panel.add", ("unchecked", true), ("panel", new JsonObject
        {
            ["id"] = "yard",
            ["profile"] = "onbon/bx-6e2",
            ["face"] = "160x16x1",
            ["endpoint"] = $"mqtt://name:s3cr3t@127.0.0.1:1/{topic}?address=0100",
        }));
        Assert.True((bool)added["ok"]!, added.ToJsonString());

        var listed = await AskAsync(site, "panel.list");
        Assert.Equal($"mqtt://127.0.0.1:1/{topic}?address=0100", (string)listed["panels"]!.AsArray().Single(panel => (string)panel!["id"]! == "yard")!["endpoint"]!);

        var tested = await AskAsync(site, "panel.test", ("panel", "yard"));
        Assert.Contains("连不上消息服务器", (string)tested["complaints"]!.AsArray().Single()!, StringComparison.Ordinal);
        foreach (var answer in (JsonObject[])[listed, tested, await AskAsync(site, "status")])
        {
            Assert.DoesNotContain("s3cr3t", answer.ToJsonString(), StringComparison.Ordinal);
        }
    }

    /// <summary>The first card has the line for itself; one that comes beside it with an address of its own would take it away.</summary>
    [Fact]
    public async Task Add_WhenAnotherPanelHasTheWholeLine_IsRefused()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [new("base", "charity-09", [], SlotTime.Always, Priority.Base)], Token);
        await site.SentAsync("charity-09", Token);
        var refused = await AddAsync(site, "second", "onbon/bx-6e2", "160x16x1", $"{site.Panel.Endpoint.OriginalString}?address=0100");
        Assert.Contains("gate", (string)refused["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panels_WhenTheirCardsStoreNothing_HaveNoCountOfAFlash()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        var added = await AddAsync(site, "wall", "wled/esp32", "64x32xrgb", "udp://127.0.0.1:9?control=9");
        Assert.True((bool)added["ok"]!, added.ToJsonString());

        var wall = (await AskAsync(site, "panel.list"))["panels"]!.AsArray().Single(panel => (string)panel!["id"]! == "wall")!;
        Assert.Equal(("udp://127.0.0.1:9?control=9", true), ((string)wall["endpoint"]!, wall["flash"] is null));
        Assert.Null((await AskAsync(site, "panel.test", ("panel", "wall")))["flash"]);

        var asked = await AskAsync(site, "panel.base", ("panel", "wall"));
        Assert.StartsWith("wall: 本站不往卡型号 wled/esp32 的闪存里存节目", (string)asked["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhenAPanelAtABrokerIsNamedAsTheSiteIs_IsRefused()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        var topic = $"lamp-{Guid.NewGuid():N}";
        var refused = await AskAsync(site, "panel.add", ("unchecked", true), ("panel", new JsonObject
        {
            ["id"] = "signage",
            ["profile"] = "onbon/bx-6e2",
            ["face"] = "160x16x1",
            ["endpoint"] = $"mqtt://127.0.0.1:1/{topic}?address=0100",
        }));
        Assert.Contains("own account", (string)refused["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("onbon/bx-6e2", "160x16x1", "udp://127.0.0.1:9", "use tcp, serial, mqtt")]
    [InlineData("awtrix/awtrix3-mqtt", "32x8xrgb", "tcp://127.0.0.1:9", "use mqtt")]
    [InlineData("ddp/espixelstick", "8x8xrgb", "udp://127.0.0.1:9?address=1", "leave address= out")]
    [InlineData("ddp/espixelstick", "8x8xrgb", "udp://127.0.0.1:9?control=9", "leave control= out")]
    public async Task Add_WhenTheCardModelHasNoSuchEndpoint_SaysWhatToWrite(string profile, string face, string endpoint, string words)
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        var refused = await AddAsync(site, "wall", profile, face, endpoint);
        Assert.False((bool)refused["ok"]!);
        Assert.Contains(words, (string)refused["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhenAnotherPanelHasTheOnlyCardThere_DoesNotOfferAnAddress()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        Assert.True((bool)(await AddAsync(site, "wall", "ddp/espixelstick", "8x8xrgb", "udp://127.0.0.1:9"))["ok"]!);

        var refused = (string)(await AddAsync(site, "wall-2", "ddp/espixelstick", "8x8xrgb", "udp://127.0.0.1:9"))["error"]!;
        Assert.Contains("leads to one card only", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("address=", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mqtt//name:s3cr3t@127.0.0.1/lamp")]
    [InlineData("mqtt:name:s3cr3t@127.0.0.1")]
    [InlineData("mqtt://name:s3cr3t@127.0.0.1/lamp?qos=2")]
    [InlineData("mqtt://name:s3cr3t@127.0.0.1")]
    [InlineData("tcp://name:s3cr3t@127.0.0.1:1")]
    public async Task Refusal_OfAnEndpointWithAPassword_NeverSaysIt(string endpoint)
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        var refused = await AskAsync(site, "panel.add", ("unchecked", true), ("panel", new JsonObject
        {
            ["id"] = "yard",
            ["profile"] = "onbon/bx-6e2",
            ["face"] = "160x16x1",
            ["endpoint"] = endpoint,
        }));
        Assert.False((bool)refused["ok"]!);
        Assert.Matches("[\u4E00-\u9FFF]", (string)refused["error"]!);
        Assert.DoesNotContain("s3cr3t", (string)refused["error"]!, StringComparison.Ordinal);
    }

    /// <summary>Somebody picked the wrong model: the card is asked as one whose type is not known, and its answer is told.</summary>
    [Fact]
    public async Task Add_WhenTheCardIsOfAnotherType_NamesBothTypes()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        await using var other = await PanelHosts.StartAsync(
            new Uri("tcp://127.0.0.1:0"), SiteOnLoopback.NewCard("256x32x1", "onbon/bx-6e2x"), TimeProvider.System, Token);
        var refused = await AskAsync(site, "panel.add", ("panel", new JsonObject
        {
            ["id"] = "hall",
            ["profile"] = "onbon/bx-6e2",
            ["face"] = "256x32x1",
            ["endpoint"] = other.Endpoint.OriginalString,
        }));
        Assert.False((bool)refused["ok"]!);
        var told = refused.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains("控制卡类型 7405，型号 onbon/bx-6e2 应为 7402", told, StringComparison.Ordinal);
    }

    /// <summary>A card that cannot be asked is neither right nor wrong.</summary>
    [Fact]
    public async Task AddAndTest_WhenTheCardCannotBeAsked_SayThatNothingIsKnown()
    {
        // Somebody has the port: a network that knows of nobody says so, and then more is known than nothing.
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        var added = await AskAsync(site, "panel.add", ("panel", Streamed("roof", "ddp/matrix", $"udp://{silent.LocalEndPoint}")));
        Assert.Equal((true, true), ((bool)added["ok"]!, added["unverifiable"] is not null));
        var tested = await AskAsync(site, "panel.test", ("panel", "roof"));
        Assert.True((bool)tested["ok"]!);
        Assert.Null(tested["fits"]);
        Assert.Matches("[\u4E00-\u9FFF]", (string)tested["unverifiable"]!);
    }

    [Fact]
    public async Task Add_WhenTwoPanelsHaveOneControlPort_IsRefused()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        Assert.True((bool)(await AskAsync(site, "panel.add", ("unchecked", true), ("panel", Streamed("west", "wled/esp32", "udp://127.0.0.1:9?control=1"))))["ok"]!);
        var refused = await AskAsync(site, "panel.add", ("unchecked", true), ("panel", Streamed("east", "wled/esp32", "udp://localhost:10?control=1")));
        Assert.False((bool)refused["ok"]!);
        Assert.Contains("one control port is one card", (string)refused["error"]!, StringComparison.Ordinal);
        Assert.True((bool)(await AskAsync(site, "panel.add", ("unchecked", true), ("panel", Streamed("east", "wled/esp32", "udp://127.0.0.1:10?control=2"))))["ok"]!);
    }

    [Fact]
    public async Task ListAndStatus_WhenAPanelWasSeen_SayHowLongAgo()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [new("base", "charity-09", [], SlotTime.Always, Priority.Base)], Token);
        var state = await site.SentAsync("charity-09", Token);
        Assert.Null((await AskAsync(site, "status"))["panels"]![0]!["sighted"]);
        site.Site.Board.Change(state.Panel, now => now with { SightedAt = site.SiteTime.GetUtcNow().AddSeconds(-75) });
        Assert.Equal(75, (long)(await AskAsync(site, "status"))["panels"]![0]!["sighted"]!["secondsAgo"]!);
        Assert.Equal(75, (long)(await AskAsync(site, "panel.list"))["panels"]![0]!["sighted"]!["secondsAgo"]!);
    }

    [Fact]
    public async Task Site_WhenItsTimeZoneIsUnknown_SaysSoInChinese()
    {
        var refused = await Assert.ThrowsAsync<SiteStartException>(
            () => SiteOnLoopback.StartAsync(settings => settings with { Quartz = false, TimeZone = "Mars" }, [], Token));
        Assert.Equal(
            "Signage:TimeZone: 没有时区 'Mars'，请写成 Asia/Shanghai 这样 (there is no time zone 'Mars'; write one such as Asia/Shanghai)", Assert.Single(refused.Reasons));
    }

    private static Task<JsonObject> AddAsync(SiteOnLoopback site, string id, string profile, string face, string endpoint) => AskAsync(
        site, "panel.add", ("unchecked", true), ("panel", new JsonObject { ["id"] = id, ["profile"] = profile, ["face"] = face, ["endpoint"] = endpoint }));

    private static JsonObject Streamed(string id, string profile, string endpoint) => new() { ["id"] = id, ["profile"] = profile, ["face"] = "32x8xrgb", ["endpoint"] = endpoint };

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, string verb, params (string Name, JsonNode Value)[] members)
    {
        var request = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        return ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
    }
}
