using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>Panels that overwrite each other only since an adapter was plugged in elsewhere: the site was lit by then, and its workers would keep it lit for ever.</summary>
public sealed class ConflictTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-conflict-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Panel_WhenAnotherComesToItsLineLater_IsDarkAndSaysWhy()
    {
        await using var site = await SiteOnLoopback.StartAsync(
            settings => settings with { Quartz = false }, [new("base", "charity-09", [], SlotTime.Always, Priority.Base)], Token, panel: new LoopbackPanel(Listen: "pty:"));
        await site.SentAsync("charity-09", Token);

        // A stable name of an adapter that is not plugged in yet.
        var stable = Path.Combine(_folder, "by-id");
        File.CreateSymbolicLink(stable, Path.Combine(_folder, "none"));
        await DoneAsync(site, new JsonObject { ["verb"] = "panel.add", ["unchecked"] = true, ["panel"] = Entry("hall", $"serial:{stable}?baud=9600") });
        File.Delete(stable);
        File.CreateSymbolicLink(stable, site.Panel.Endpoint.AbsolutePath);
        await DoneAsync(site, new JsonObject { ["verb"] = "slot.add", ["slot"] = new JsonObject { ["id"] = "later", ["programme"] = "charity-01", ["priority"] = "base" } });

        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Token);
        var states = await site.Site.Board.WaitAsync(now => now.Any(state => state.Panel.Id.Value == "gate" && state.Refusal is not null), either.Token);
        var gate = states.Single(state => state.Panel.Id.Value == "gate");
        Assert.All(gate.Desired!.Pages, page => Assert.True(page.Page.Picture.IsDark));
        Assert.Contains("hall", gate.Refusal, StringComparison.Ordinal);
    }

    /// <summary>Each of them finds nobody there when it looks.</summary>
    [Fact]
    public async Task Add_WhenSeveralPeopleEnrolOneCardInTheSameMoment_TakesOne()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, [], Token);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => AskAsync(site, new JsonObject { ["verb"] = "panel.add", ["unchecked"] = true, ["panel"] = Entry($"panel-{number}", "tcp://127.0.0.1:9") })));
        Assert.Single(answers, answer => (bool)answer["ok"]!);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonObject Entry(string id, string endpoint) => new() { ["id"] = id, ["profile"] = "onbon/bx-6e2", ["face"] = "160x16x1", ["endpoint"] = endpoint };

    private static async Task DoneAsync(SiteOnLoopback site, JsonObject request)
    {
        var answer = await AskAsync(site, request);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
    }

    private static Task<JsonObject> AskAsync(SiteOnLoopback site, JsonObject request) => ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token);
}
