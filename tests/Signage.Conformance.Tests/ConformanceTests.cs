using Signage.Conformance.Cases;
using Signage.Conformance.Tests.Panels;

namespace Signage.Conformance.Tests;

/// <summary>Every adapter against the simulated card of every model, over every link that this machine has.</summary>
public sealed class ConformanceTests
{
    private const int LeastCases = 12;

    /// <summary>Every model over its first link, and one of each protocol over all.</summary>
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var family in Models.All.GroupBy(profile => profile.Protocol))
            {
                foreach (var (index, profile) in family.Index())
                {
                    foreach (var link in profile.Links.Select(link => link.Scheme).Distinct().Take(index == 0 ? int.MaxValue : 1))
                    {
                        pairs.Add(profile.Id, link);
                    }
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Panel_WhenExamined_PassesEveryCaseThatApplies(string model, string scheme)
    {
        Assert.SkipWhen(scheme == "serial" && !OperatingSystem.IsLinux(), "Pseudo-terminals need Linux.");
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of(model), scheme);
        Assert.Empty(panel.Setup.Complaints());
        var report = await new ConformanceSuite(panel.Setup).RunAsync(ConformanceCases.All, _ => { }, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', report.Cases));
        Assert.DoesNotContain(report.Cases, row => row.Result == CaseResult.Failed);
        Assert.True(report.Count(CaseResult.Passed) >= LeastCases, string.Join('\n', report.Cases));
        Assert.All(report.Cases, row => Assert.True(row.Result == CaseResult.Passed || row.Detail.Length > 0, row.Name));
        Assert.True(panel.Glass.IsDark);
    }

    [Fact]
    public void Cases_WhenListed_AreManyAndHaveNamesOfTheirOwn()
    {
        var names = ConformanceCases.All.Select(one => one.Name).ToArray();
        Assert.True(names.Length >= 30);
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.Matches("^[a-z0-9-]+$", name));
    }
}
