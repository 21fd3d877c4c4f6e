using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests;

/// <summary>A warning on the demo site at the real command: on every panel, and afterwards exactly what it covered.</summary>
public sealed class EmergencyTests(ITestOutputHelper output)
{
    // The slots of the demo take two minutes each; one that ends in the middle of a try cannot come back, and the next try is not at a change.
    private const int Tries = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Warning_WhenTakenAndApproved_IsOnEveryPanelAndGivesBackWhatItCovered()
    {
        await using var demo = await DemoSite.StartAsync(Token);
        for (var trial = 1; !await IsGivenBackAsync(demo, trial); trial++)
        {
            Assert.True(trial < Tries, "the plan changed under every try");
        }

        Assert.Equal(0, await demo.EndAsync(Token));
    }

    private async Task<bool> IsGivenBackAsync(DemoSite demo, int trial)
    {
        var before = await demo.PanelsAsync(panel => IsSent(panel) && !IsWarning(panel), Token);
        Assert.Equal(7, before.Count);
        var (id, sent) = ($"EMG-{trial}", TimeProvider.System.GetUtcNow());
        var accepted = Stopwatch.StartNew();
        await TakeAsync(demo, Document(id, "Alert", sent, ""), "--approve");
        var asked = accepted.Elapsed;
        await demo.PanelsAsync(panel => IsSent(panel) && IsWarning(panel), Token);
        output.WriteLine($"accepted after {asked.TotalSeconds:0.00} s of the command, on all seven panels {(accepted.Elapsed - asked).TotalSeconds:0.00} s later, asking included");
        await TakeAsync(demo, Document($"{id}-C", "Cancel", sent.AddSeconds(1), $"<references>test@example.cn,{id},{Instant(sent)}</references>"));
        var after = await demo.PanelsAsync(panel => IsSent(panel) && !IsWarning(panel), Token);
        if (before.Any(pair => Item(pair.Value) != Item(after[pair.Key])))
        {
            return false;
        }

        Assert.Equal(before.Select(pair => (pair.Key, (string?)pair.Value["desired"])), after.Select(pair => (pair.Key, (string?)pair.Value["desired"])));
        return true;
    }

    private static bool IsSent(JsonNode panel) => (string?)panel["desired"] == (string?)panel["sent"] && panel["refusal"] is null && panel["trouble"] is null;

    private static bool IsWarning(JsonNode panel) => Item(panel).StartsWith("alert:", StringComparison.Ordinal);

    private static string Item(JsonNode panel) => (string)panel["items"]![0]!;

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss'-00:00'", CultureInfo.InvariantCulture);

    private static string Document(string id, string type, DateTimeOffset sent, string references) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{id}</identifier><sender>test@example.cn</sender><sent>{Instant(sent)}</sent><status>Actual</status>
        <msgType>{type}</msgType><scope>Public</scope>{references}<info><language>zh-CN</language><category>Met</category><event>暴雨</event><urgency>Immediate</urgency>
        <severity>Extreme</severity><certainty>Observed</certainty><expires>{Instant(sent.AddHours(1))}</expires><headline>船山区气象台发布暴雨红色预警信号</headline>
        <instruction>请立即停止户外活动，远离河道、涵洞和低洼地带，听从社区安排转移。</instruction>
        <area><areaDesc>船山区</areaDesc><geocode><valueName>adcode</valueName><value>510903</value></geocode></area></info></alert>
        """;

    private static async Task TakeAsync(DemoSite demo, string document, params string[] more) =>
        await demo.AskAsync(Token, ["alert", "take", await demo.WriteAsync("warning.xml", document, Token), .. more]);
}
