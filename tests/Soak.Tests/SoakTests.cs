using Soak.Tests.Rig;
using Soak.Tests.Samples;

namespace Soak.Tests;

/// <summary>
/// A site with a panel of each family at work for long. First in real time, while words change, panels are unplugged and lose power, and people press the
/// button; then through hours of stepped site time. After each change of words every glass is looked at, and the process is measured.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private static readonly (Flatness Rule, Func<Sample, double> Reading)[] Rules =
    [
        (new Flatness("heap MB", 0.05, 1), sample => sample.Heap / 1e6),
        (new Flatness("handles", 0, 8), sample => sample.Handles),
        (new Flatness("threads", 0.05, 8), sample => sample.Threads),
    ];

    [Fact]
    public async Task Site_WhenItWorksForLong_KeepsMemoryAndHandlesFlat()
    {
        var length = SoakLength.Asked;
        var began = TimeProvider.System.GetTimestamp();
        await using var site = await SoakSite.StartAsync();
        var events = new SoakEvents(site);
        await site.ShownAsync();
        output.WriteLine($"{length.Real} real, {length.Stepped} of stepped site time; {string.Join(", ", site.Panels.Select(panel => panel.Kind.ProfileId))}");

        output.WriteLine($"real time\n{Sample.Heading}");
        var real = new List<Sample>();
        using (var turns = new PeriodicTimer(SoakLength.Turn, TimeProvider.System))
        {
            var started = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(started) < length.Real || real.Count < Flatness.Fewest)
            {
                await events.TurnAsync(real.Count);
                real.Add(Look());
                await turns.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }

        output.WriteLine($"stepped site time\n{Sample.Heading}");
        var stepped = new List<Sample>();
        var until = site.SiteTime.GetUtcNow() + length.Stepped;
        while (site.SiteTime.GetUtcNow() < until || stepped.Count < Flatness.Fewest)
        {
            await events.StepAsync(stepped.Count);
            stepped.Add(Look());
        }

        Verdict[] verdicts = [.. Judge("real", real), .. Judge("stepped", stepped)];
        Assert.All(verdicts, verdict => Assert.True(verdict.IsFlat, verdict.Words));

        Sample Look()
        {
            var sample = ProcessGauge.Read(TimeProvider.System.GetElapsedTime(began), site.SiteTime.GetUtcNow().ToOffset(site.Plan.Zone.BaseUtcOffset));
            output.WriteLine($"{sample}");
            return sample;
        }
    }

    private IEnumerable<Verdict> Judge(string part, IReadOnlyList<Sample> samples)
    {
        foreach (var (rule, reading) in Rules)
        {
            var verdict = rule.Judge([.. samples.Select(reading)]);
            output.WriteLine($"{part}, {verdict.Words}");
            yield return verdict;
        }
    }
}
