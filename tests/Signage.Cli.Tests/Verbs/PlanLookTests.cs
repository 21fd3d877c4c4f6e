using System.Text.Json.Nodes;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

/// <summary><c>signage plan --gaps</c> and <c>--conflicts</c>.</summary>
public sealed class PlanLookTests : IDisposable
{
    private readonly BenchProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("--gaps --days 30 --panel gate", """|{"verb":"plan.gaps","at":"2026-11-23T00:00:00.0000000+00:00","panel":"gate","days":30}""")]
    [InlineData("--conflicts", """|{"verb":"plan.conflicts","at":"2026-11-23T00:00:00.0000000+00:00"}""")]
    public async Task Look_WhenTyped_AsksTheSite(string words, string request)
    {
        await _program.RunAsync([.. $"plan {words}".Split(' ')]);
        Assert.Equal(request, Assert.Single(_program.Site.Asked));
    }

    [Fact]
    public async Task Gaps_WhenThereAreSome_AreATable()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"gaps":[{"panels":["gate","hall"],"reason":"nothing","told":"没有排期","when":"每天 22:00-06:00，30 天"}]}""")!;
        var ran = await _program.RunAsync("plan", "--gaps");
        Assert.Matches("│ gate, hall +│ 每天 22:00-06:00，30 天 +│ 没有排期 +│", ran.Out);
    }

    [Fact]
    public async Task Conflicts_WhenThereAreSome_AreATable()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"conflicts":[{"slot":"day","panels":["gate"],"reason":"replaced","told":"让给 notice","when":"每周六"},{"slot":"day","panels":["gate","hall"],"all":true,"reason":"policy","told":"按规定 exam 不亮","when":"每天"}]}""")!;
        var ran = await _program.RunAsync("plan", "--conflicts");
        Assert.Matches("│ day +│ gate +│ 每周六 +│ 让给 notice +│", ran.Out);
        Assert.Matches("│ day +│ 全部 \\(all\\) +│ 每天 +│ 按规定 exam 不亮 +│", ran.Out);
    }

    [Theory]
    [InlineData("--gaps", """{"ok":true,"gaps":[]}""", "没有不亮的时段")]
    [InlineData("--conflicts", """{"ok":true,"conflicts":[]}""", "没有冲突")]
    public async Task Look_WhenThereIsNothing_SaysSo(string option, string answer, string told)
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(answer)!;
        Assert.StartsWith(told, (await _program.RunAsync("plan", option)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gaps --conflicts")]
    [InlineData("--gaps --out plan.ics")]
    public async Task Look_ForTwoThings_IsBadUsage(string words)
    {
        var ran = await _program.RunAsync([.. $"plan {words}".Split(' ')]);
        Assert.Equal((2, 0), (ran.Code, _program.Site.Asked.Count));
    }
}
