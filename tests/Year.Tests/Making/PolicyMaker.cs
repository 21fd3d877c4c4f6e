using Signage.Controller.Planning;
using Year.Tests.Sites;

namespace Year.Tests.Making;

/// <summary>Policies of every kind, over midnight, by the sun and on days of all kinds.</summary>
/// <param name="chance">The dice.</param>
/// <param name="first">The day around which dates are picked.</param>
internal sealed class PolicyMaker(Random chance, DateOnly first)
{
    private readonly RuleMaker _rules = new(chance, first);
    private readonly TimesMaker _times = new(chance);

    /// <summary>Policies; the first ones as people make them most, on days that always come.</summary>
    public IReadOnlyList<PolicyEntry> Make(int count) =>
    [
        new PolicyEntry("night", "quiet", "22:00-06:00", Tags: ["户外"]),
        new PolicyEntry("exam", "quiet", "07:00-18:00", "day:高考"),
        new PolicyEntry("dim", "brightness", "sunset-sunrise", Percent: 40),
        new PolicyEntry("road", "road", Tags: ["临街"], Stay: 15, Step: 30),
        new PolicyEntry("mourning", "memorial"),
        .. Enumerable.Range(0, count).Select(One),
    ];

    private PolicyEntry One(int at)
    {
        var (times, days) = (chance.Next(3) == 0 ? _times.Wide() : _times.Narrow(), _rules.Rule());
        string[]? panels = chance.Next(3) == 0 ? [YearPanels.All[chance.Next(YearPanels.All.Count)].Id.Value] : null;
        string[]? tags = chance.Next(2) == 0 ? [YearPanels.Tags[chance.Next(YearPanels.Tags.Length)]] : null;
        return chance.Next(7) switch
        {
            0 => new PolicyEntry($"p{at}", "quiet", times, days, panels, tags, Strict: false),
            1 => new PolicyEntry($"p{at}", "quiet", times, days, panels, tags, Strict: true),
            2 => new PolicyEntry($"p{at}", "brightness", times, days, panels, tags, Percent: chance.Next(1, 101)),
            5 => new PolicyEntry($"p{at}", "memorial", times, days, panels, tags),
            6 => new PolicyEntry($"p{at}", "memorial", times, days, panels, tags, Strict: true),
            3 => new PolicyEntry($"p{at}", "road", times, days, panels, tags, Stay: chance.Next(1, 61), Step: chance.Next(0, 60)),
            _ => new PolicyEntry($"p{at}", "road", times, days, panels, tags, Stay: chance.Next(1, 61), Still: true),
        };
    }
}
