using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace EndToEnd.Tests.Hostile;

/// <summary>A card that is not what somebody says it is: <c>panel add</c> enrols nothing, <c>panel test</c> fails, and both say what is wrong and nothing else.</summary>
public sealed class CardFitTests
{
    private const string Face = "160x16x1";

    private static readonly (string Id, string CardFace, bool IsBare, string Words)[] Cards =
    [
        ("size", "256x32x1", false, $"控制卡报告屏面 256x32x1，登记的是 {Face}"),
        ("colour", "160x16x2", false, $"控制卡报告颜色 160x16x2，登记的是 {Face}"),
        ("bare", Face, true, "控制卡未加载屏参"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddAndTest_WhenFaceColourOrScreenParametersDoNotFit_RefuseInWordsAndEnrolNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell and its umask");
        await using var shelf = new Shelf();
        var panels = new JsonArray();
        foreach (var (id, face, isBare, _) in Cards)
        {
            panels.Add((JsonNode)new JsonObject { ["id"] = id, ["profile"] = "onbon/bx-6e2", ["face"] = Face, ["endpoint"] = await shelf.PutAsync(face, isBare) });
        }

        await using var site = await LaxSite.StartAsync(new JsonObject { ["panels"] = panels, ["slots"] = new JsonArray() }.ToJsonString(), new Dictionary<string, string>(), Token);
        foreach (var (id, face, isBare, words) in Cards)
        {
            var tested = await site.AskAsync(Token, "panel", "test", id, "--data", site.Data);
            AssertRefused(tested, words);

            // What the card said of itself is told beside it, for whoever wants to see.
            Assert.Contains($"parametersLoaded: {(isBare ? 0 : 1)}", tested.Output, StringComparison.Ordinal);

            // A card of its own: two panels at one place would be refused for that.
            var added = await site.AskAsync(
                Token, "panel", "add", $"new-{id}", "--profile", "onbon/bx-6e2", "--face", Face, "--panel", await shelf.PutAsync(face, isBare), "--data", site.Data);
            AssertRefused(added, words);
            Assert.Equal("", added.Output);
        }

        // A card that fits is enrolled by the same words, so they are not what was refused.
        var good = await site.AskAsync(Token, "panel", "add", "good", "--profile", "onbon/bx-6e2", "--face", Face, "--panel", await shelf.PutAsync(Face, isBare: false), "--data", site.Data);
        Assert.Equal((0, ""), (good.Code, good.Complaints));
        var listed = JsonNode.Parse((await site.AskAsync(Token, "panel", "list", "--data", site.Data, "--json")).Output)!["panels"]!.AsArray();
        Assert.Equal(["bare", "colour", "good", "size"], listed.Select(panel => (string)panel!["id"]!).Order(StringComparer.Ordinal));
    }

    private static void AssertRefused((int Code, string Output, string Complaints) ran, string words)
    {
        Assert.Equal(1, ran.Code);
        var line = Assert.Single(ran.Complaints.Trim().Split('\n'));
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.All(Cards.Where(card => card.Words != words), card => Assert.DoesNotContain(card.Words[..7], line, StringComparison.Ordinal));
    }

    /// <summary>Simulated cards on ports of their own.</summary>
    private sealed class Shelf : IAsyncDisposable
    {
        private readonly List<IPanelHost> _hosts = [];

        private readonly DeviceProfile _profile = new ProfileReader(SiteHost.Adapters())
            .Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!.All.Single(profile => profile.Id == "onbon/bx-6e2");

        /// <summary>Puts one more there, and says where it is.</summary>
        public async Task<string> PutAsync(string face, bool isBare)
        {
            var card = (IByteCard)SimulatedCards.Create(_profile, PanelFace.Parse(face), new CardClock(TimeProvider.System));
            _hosts.Add(await PanelHosts.StartAsync(new Uri("tcp://127.0.0.1:0"), isBare ? new BareCard(card) : card, TimeProvider.System, Token));
            return _hosts[^1].Endpoint.OriginalString;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var host in _hosts)
            {
                await host.DisposeAsync();
            }
        }
    }
}
