using System.Text.Json.Nodes;
using Signage.Cli.Panels;

namespace Signage.Cli.Tests.Panels;

/// <summary>The table of the plan claims no end that there is not, and names what is lit.</summary>
public sealed class PlanCellsTests
{
    [Theory]
    [InlineData("""{"until":"2027-02-11T00:00:00+08:00","atLeast":false}""", "2027-02-11T00:00:00+08:00")]
    [InlineData("""{"until":"2027-02-11T00:00:00+08:00","atLeast":true}""", "至少到 2027-02-11T00:00:00+08:00 (at least)")]
    [InlineData("""{"until":null}""", "另有改动为止 (a change of the plan)")]
    public void Until_WhenAny_SaysNoMoreThanIsKnown(string row, string told) => Assert.Equal(told, PlanCells.Until(Row(row)).ToString());

    [Fact]
    public void Row_WhenWordsAreRefused_NamesWhatPlaysAndInWhosePlace()
    {
        var row = Row("""{"refused":true,"items":["a 没有批准的字","c 好字"],"unlit":["a 没有批准的字"],"instead":["b 邻里守望"],"insteadBy":["always"],"why":["unap"]}""");
        Assert.Equal(["a 没有批准的字（未审核，不上屏 not lit）", "c 好字（整轮不上屏 not lit either）", "改放 b 邻里守望 (plays instead)"], PlanCells.Shown(row).AsArray().Select(text => (string)text!));
        Assert.Equal("always，代替 unap (in its place)", PlanCells.Why(row).ToString());
    }

    /// <summary>A calendar has what is lit, and an end that nobody knows is the end of what was asked for.</summary>
    [Fact]
    public void Agenda_WhenWordsAreRefused_HasWhatPlays()
    {
        var asked = DateTimeOffset.Parse("2026-12-30T00:00:00+08:00", null);
        var row = Row("""{"panel":"gate","at":"2026-11-23T08:00:00+08:00","until":"2027-11-24T08:00:00+08:00","atLeast":true,"refused":true,"items":["a 没有批准的字","c 好字"],"unlit":["a 没有批准的字"],"instead":["b 邻里守望"],"insteadBy":["always"],"why":["unap"]}""");
        var only = Assert.Single(PlanAgenda.Of([row], asked));
        Assert.Equal(("邻里守望", asked), (only.Summary, only.End));
    }

    [Fact]
    public void Row_WhenWordsAreLit_NamesThemAndTheirSlots()
    {
        var row = Row("""{"items":["a 邻里守望"],"unlit":[],"why":["morning","noon"]}""");
        Assert.Equal(["a 邻里守望"], PlanCells.Shown(row).AsArray().Select(text => (string)text!));
        Assert.Equal(["morning", "noon"], PlanCells.Why(row).AsArray().Select(text => (string)text!));
    }

    private static JsonObject Row(string json) => (JsonObject)JsonNode.Parse(json)!;
}
