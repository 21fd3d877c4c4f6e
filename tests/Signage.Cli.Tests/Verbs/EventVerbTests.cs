using System.Text.Json.Nodes;
using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

/// <summary><c>signage event</c>.</summary>
public sealed class EventVerbTests : IDisposable
{
    private const string When = "--begins 2026-10-18T08:00+08:00 --ends 2026-10-18T18:00+08:00";
    private readonly BenchProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData(When, "--during")]
    [InlineData(When + " --during p --before q", "--before-days")]
    [InlineData(When + " --during p --after-days 3", "--after PROGRAMME")]
    [InlineData(When + " --before p --before-days 0", "1 to 366")]
    [InlineData("--begins 2026-10-18T08:00+08:00 --during p", "--ends")]
    public async Task Add_OfHalfAnEvent_IsBadUsageAndAsksNothing(string words, string complaint)
    {
        var ran = await _program.RunAsync([.. $"event add e {words}".Split(' ')]);
        Assert.Equal((2, 0), (ran.Code, _program.Site.Asked.Count));
        Assert.Contains(complaint, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhenStored_NamesTheSlotsAndWhatKeepsThemFromBeingLit()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse("""{"ok":true,"slots":["e.before","e.during"],"notes":["p: nobody approved"]}""")!;
        var ran = await _program.RunAsync([.. $"event add e {When} --before p --before-days 7 --during q".Split(' ')]);
        Assert.Equal((0, "已增加活动 e，排期 e.before, e.during (event stored)\n", "p: nobody approved\n"), (ran.Code, ran.Out, ran.Error));
    }

    [Fact]
    public async Task Add_WhenTheSiteRefusesPhases_SaysSoWithoutPlacesOfAListThatNobodyWrote()
    {
        _program.Site.Refusal = "slots[0]: slot 'e.before': no programme p; slots[1]: slot 'e.during': no programme q";
        var ran = await _program.RunAsync([.. $"event add e {When} --before p --before-days 7 --during q".Split(' ')]);
        Assert.Equal((1, "slot 'e.before': no programme p; slot 'e.during': no programme q\n"), (ran.Code, ran.Error));
    }

    [Fact]
    public async Task List_WhenThereAreSome_NamesEachEventOnce()
    {
        _program.Site.Answer = (JsonObject)JsonNode.Parse(
            """
            {"ok":true,"events":[{"id":"重阳","phases":[
              {"phase":"before","slot":"重阳.before","programme":"p1","begins":"t1","ends":"t2","times":"00:00-24:00","panels":[],"tags":[],"priority":"community"},
              {"phase":"during","slot":"重阳.during","programme":"p2","begins":"t2","ends":"t3","times":"00:00-24:00","panels":["gate"],"tags":["户外"],"priority":"community"}]}]}
            """)!;
        var ran = await _program.RunAsync("event", "list");
        Assert.Matches("│ 重阳 +│ 之前 before +│ p1 +│ t1 +│ t2 ", ran.Out);
        Assert.Matches("│ +│ 期间 during +│ p2 +│ t2 +│ t3 .*gate, ", ran.Out);
    }
}
