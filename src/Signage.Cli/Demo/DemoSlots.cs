using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Cli.Demo;

/// <summary>The plan of the demo site: the eighteen slogans in turn, on every panel.</summary>
internal static class DemoSlots
{
    /// <summary>One slot of forty minutes for each slogan from 08:00 to 20:00, as a community would do it.</summary>
    public static IReadOnlyList<Slot> OneDay() =>
        [.. CharityPack.Instance.Slogans.Select((slogan, i) => Of(slogan, slogan.Id, Morning.AddMinutes(40 * i), minutes: 40))];

    /// <summary>Two minutes for each slogan, round the clock, so that somebody who watches sees them change.</summary>
    public static IReadOnlyList<Slot> RoundTheClock()
    {
        var slogans = CharityPack.Instance.Slogans;
        return [.. Enumerable.Range(0, 720).Select(i => Of(slogans[i % slogans.Count], $"t{i:000}", TimeOnly.MinValue.AddMinutes(2 * i), minutes: 2))];
    }

    private static TimeOnly Morning => new(8, 0);

    private static Slot Of(Slogan slogan, string id, TimeOnly from, int minutes) =>
        new(id, slogan.Id, [], new SlotTime(new DailyRange(from, from.AddMinutes(minutes))));
}
