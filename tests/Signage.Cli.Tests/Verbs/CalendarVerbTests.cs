using Signage.Cli.Tests.Doubles;

namespace Signage.Cli.Tests.Verbs;

public sealed class CalendarVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();

    [Fact]
    public async Task Calendar_WhenAskedForJson_HasTheContractedShape()
    {
        var ran = await _program.RunAsync("calendar", "2026-04-05", "--json");

        Assert.Equal(
            """[{"date":"2026-04-05","lunar":{"year":2026,"month":2,"leap":false,"day":18},"solarTerm":"清明","kind":"rest","names":["清明节"],"certain":true}]""" + "\n",
            ran.Out);
    }

    [Fact]
    public async Task Calendar_OfAYearWithoutItsNotice_SaysSo()
    {
        var ran = await _program.RunAsync("calendar", "--year", "2030");

        Assert.Contains("中华慈善日", ran.Out, StringComparison.Ordinal);
        Assert.Contains("2030 年的放假安排还没有", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-17", "--year", "2026")]
    [InlineData("--year", "2101")]
    public async Task Calendar_WhenAskedBadly_IsBadUsage(params string[] words)
    {
        var ran = await _program.RunAsync(["calendar", .. words]);

        Assert.Equal((2, ""), (ran.Code, ran.Out));
        Assert.Single(ran.ErrorLines);
    }

    [Fact]
    public async Task Calendar_WhenAFileHasMistakes_NamesEach()
    {
        var folder = Path.GetDirectoryName(_program.Write("statutory-days.csv", "2026-02-30,春节,off\n2026-02-17,春节,maybe\n"))!;

        var ran = await _program.RunAsync("calendar", "--calendars", folder);

        Assert.Equal((1, 2), (ran.Code, ran.ErrorLines.Length));
        Assert.All(ran.ErrorLines, line => Assert.Contains("statutory-days.csv", line, StringComparison.Ordinal));
    }

    public void Dispose() => _program.Dispose();
}
