using System.Text.Json.Nodes;
using Signage.Cli.Composition;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

public sealed class SiteVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();

    [Theory]
    [InlineData(
        "plan --at 2026-11-23T08:00:00+08:00 --panel gate --days 2 --data /srv/s",
        """/srv/s|{"verb":"plan","at":"2026-11-23T08:00:00.0000000+08:00","panel":"gate","days":2}""")]
    [InlineData("plan", """|{"verb":"plan","at":"2026-11-23T00:00:00.0000000+00:00"}""")]
    [InlineData(
        "panel add gate -p bench/one --face 160x16x1 --panel tcp://192.0.2.7",
        """|{"verb":"panel.add","panel":{"id":"gate","name":"gate","profile":"bench/one","face":"160x16x1","endpoint":"tcp://192.0.2.7:5005/"}}""")]
    [InlineData(
        "slot add s1 --programme charity-01 --panels a b --from 22:00 --until 06:00 --first-day 2026-12-01 --priority urgent",
        """|{"verb":"slot.add","slot":{"id":"s1","programme":"charity-01","panels":["a","b"],"from":"22:00","until":"06:00","firstDay":"2026-12-01","priority":"urgent"}}""")]
    public async Task Verb_WhenTyped_AsksTheSite(string words, string asked)
    {
        var ran = await _program.RunAsync(words.Split(' '));

        Assert.Equal((0, asked), (ran.Code, Assert.Single(_program.Site.Asked)));
    }

    [Fact]
    public async Task Plan_WhenAnswered_DrawsARowForEachDecision()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """{"ok":true,"decisions":[{"panel":"gate","at":"t1","until":null,"items":["携手做慈善"],"why":["s1"],"lost":["s2"]}]}""")!;

        var ran = await _program.RunAsync("plan");

        Assert.Contains("携手做慈善", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WhenAskedForJson_HandsOnTheAnswer()
    {
        var ran = await _program.RunAsync("plan", "--json");

        Assert.Equal("""{"ok":true}""" + "\n", ran.Out);
    }

    [Fact]
    public async Task Verb_WhenTheSiteRefuses_PrintsItsReason()
    {
        _program.Site.Refusal = "站点没有运行 (no site is running)";

        var ran = await _program.RunAsync("plan");

        Assert.Equal((1, "站点没有运行 (no site is running)\n"), (ran.Code, ran.Error));
    }

    [Fact]
    public async Task Run_WhenTyped_StartsTheSiteWithWhatWasNamed()
    {
        await _program.RunAsync("run", "--data", "/srv/s", "--profiles", "/srv/p", "--import", "signage.json");

        Assert.Equal(new SiteStart("/srv/s", "/srv/p", "signage.json"), _program.Site.Started);
    }

    public void Dispose() => _program.Dispose();
}
