using System.Text.Json;
using Signage.Cli.Composition;
using Signage.Cli.Panels;
using Signage.Cli.Tests.Doubles;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace Signage.Cli.Tests.Verbs;

/// <summary>A whole examination by the command, at a simulated BX-6 on a real port: what is told of each case, and how it ends.</summary>
public sealed class ConformanceExaminationTests
{
    private const string Model = "onbon/bx-6e2";
    private const string Face = "64x16x1";

    private static readonly string[] Cases = ["--case", "ping", "--case", "clock", "--case", "wrong-face", "--case", "topic-lost"];

    [Fact]
    public async Task Conformance_WhenTheCardIsRight_TellsEachCaseAndSucceeds()
    {
        await using var card = await StartAsync(Face);
        var ran = await ExamineAsync(card, Cases);

        Assert.Equal(0, ran.Code);
        Assert.Equal(["通过 (passed) ping", "通过 (passed) clock", "通过 (passed) wrong-face", "不适用 (does not apply) topic-lost"], ran.ErrorLines);
        Assert.Contains("通过 3 项，不合格 0 项，看不到 0 项，不适用 1 项 (3 passed, 0 failed, 0 unseen, 1 do not apply)", ran.OutLines);
        Assert.Equal(["已开屏 (left switched on)", "亮度已恢复为 100% (brightness put back)"], ran.OutLines[^3..^1]);
        Assert.StartsWith("已黑屏 (left dark)", ran.OutLines[^1], StringComparison.Ordinal);
        Assert.True(card.Card.Read() is { PoweredOn: true, PacketsTaken: > 0, Glass.IsDark: true });
    }

    [Fact]
    public async Task Conformance_WhenTheCardHasAnotherFace_SaysWhatIsWrongAndFails()
    {
        await using var card = await StartAsync("128x32x1");
        var ran = await ExamineAsync(card, "--case", "ping", "--case", "status", "--json");

        using var told = JsonDocument.Parse(ran.Out);
        var (report, cases) = (told.RootElement, told.RootElement.GetProperty("cases"));
        Assert.Equal((1, ""), (ran.Code, ran.Error));
        Assert.Equal((Model, card.Endpoint.OriginalString.TrimEnd('/'), Face), (Text(report, "profile"), Text(report, "panel").TrimEnd('/'), Text(report, "face")));
        Assert.Equal(("ping", "passed"), (Text(cases[0], "name"), Text(cases[0], "result")));
        Assert.Equal(("status", "failed", 2), (Text(cases[1], "name"), Text(cases[1], "result"), cases.GetArrayLength()));
        Assert.Contains($"卡报告的屏面是 128x32x1，不是 {Face}", Text(cases[1], "detail"), StringComparison.Ordinal);
        Assert.Equal((1, 1), (report.GetProperty("passed").GetInt32(), report.GetProperty("failed").GetInt32()));
    }

    private static string Text(JsonElement told, string name) => told.GetProperty(name).GetString()!;

    private static Task<Ran> ExamineAsync(IPanelHost card, params string[] more) =>
        RealProgram.RunAsync(["conformance", "--profile", Model, "--face", Face, "--panel", card.Endpoint.OriginalString, .. more]);

    private static Task<IPanelHost> StartAsync(string face)
    {
        var profile = new ProfileShelf(ProgramRooms.Create().Wire, null).Find(Model);
        var card = SimulatedCards.Create(profile, PanelFace.Parse(face), new CardClock(TimeProvider.System));
        return PanelHosts.StartAsync(new Uri("tcp://127.0.0.1:0"), card, TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
