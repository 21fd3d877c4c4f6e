using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Benchmarks.Plans;

/// <summary>A plan as large as a district's, made of a seed: few slots are alike, a third of them ask the calendar, a tenth the sun; most are for one to three
/// panels, one of a hundred for a group, one of five hundred for all.</summary>
internal static class LargePlan
{
    private static readonly string[] Rules =
        ["mon-fri", "work", "rest", "day:春节-3+2", "day:中华慈善日-7+2", "every:3@2026-01-01", "nth:lastfri", "lunar:1-1..1-15", "date:9-1..9-9 & work", "sat-sun & !day:国庆节"];

    private static readonly string[] Tags = ["户外", "室内", "临街", "学校"];

    public static IReadOnlyList<PanelId> Panels(int count) => [.. Enumerable.Range(0, count).Select(at => new PanelId($"panel-{at:0000}"))];

    public static Plan Of(int slots, IReadOnlyList<PanelId> panels, SiteCalendar calendar, int seed)
    {
        var random = new Random(seed);
        Programme[] programmes = [.. CharityPack.Instance.Slogans.Select(slogan => new Programme(slogan.Id, [slogan.ToRevision()], ShowStyle.Automatic))];
        return new Plan(programmes, [.. Enumerable.Range(0, slots).Select(at => Slot(at, panels, programmes, random))], TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))
        {
            Calendar = calendar,
            Sun = new SiteSun(new SitePlace(30.53, 105.59)),
            PanelTags = panels.ToDictionary(panel => panel, _ => Core.Panels.Tags.Of([Tags[random.Next(Tags.Length)]])),
        };
    }

    private static Slot Slot(int at, IReadOnlyList<PanelId> panels, Programme[] programmes, Random random)
    {
        var first = new DateOnly(2026, 1, 1).AddDays(random.Next(365));
        var day = DailyTimes.Parse(random.Next(10) == 0 ? $"sunset-{random.Next(20, 24)}:{random.Next(60):00}" : $"{Clock(random)}-{Clock(random)}");
        return new Slot(
            $"slot-{at:00000}",
            programmes[random.Next(programmes.Length)].Id,
            random.Next(500) > 0 ? [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => panels[random.Next(panels.Count)]).Distinct()] : [],
            new SlotTime(day, random.Next(2) == 0 ? first : null, random.Next(4) == 0 ? first.AddDays(random.Next(90)) : null)
            {
                Days = random.Next(3) == 0 ? DayRule.Parse(Rules[random.Next(Rules.Length)]) : new DayRule.Always(),
            },
            (Priority)(10 * random.Next(6)))
        {
            Tags = random.Next(100) == 0 ? Core.Panels.Tags.Of([Tags[random.Next(Tags.Length)]]) : Core.Panels.Tags.None,
            Share = random.Next(1, 4),
            Joins = random.Next(10) == 0,
        };
    }

    private static string Clock(Random random) => $"{random.Next(24):00}:{random.Next(60):00}";
}
