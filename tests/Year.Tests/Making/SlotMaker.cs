using System.Globalization;
using Signage.Controller.Hosting;
using Year.Tests.Sites;

namespace Year.Tests.Making;

/// <summary>Slots that use everything a slot can say.</summary>
/// <param name="chance">The dice.</param>
/// <param name="first">The first day of the stretch they are made for.</param>
/// <param name="days">How many days it has.</param>
internal sealed class SlotMaker(Random chance, DateOnly first, int days)
{
    private const int Crowd = 36;
    private readonly RuleMaker _rules = new(chance, first);
    private readonly TimesMaker _times = new(chance);
    private int _made;

    /// <summary>Slots; some of them are too many for one loop on some mornings.</summary>
    /// <param name="count">How many.</param>
    /// <param name="programmes">What may play.</param>
    public IReadOnlyList<SlotEntry> Make(int count, IReadOnlyList<string> programmes) =>
    [
        .. Enumerable.Range(0, Crowd).Select(_ => new SlotEntry(Id(), Programme(programmes), Times: "09:00-09:20", Days: $"every:4@{Text(first)}", Tags: ["大厅"], Share: Share(), Joins: true, Priority: "centre")),
        .. Enumerable.Range(Crowd, count - Crowd).Select(_ => One(programmes)),
    ];

    /// <summary>One slot.</summary>
    public SlotEntry One(IReadOnlyList<string> programmes)
    {
        var priority = Priority();
        var narrow = priority is "technician" or "urgent" or "emergency" or "blank";
        var (panels, tags) = Meant();
        var (begins, ends) = Bounds(narrow);
        var (from, until) = chance.Next(5) == 0 && !narrow ? ($"{chance.Next(0, 24):00}:30", $"{chance.Next(0, 24):00}:00") : (null, null);
        var boundsOnly = narrow && begins is not null && ends is not null && chance.Next(3) == 0;
        return new SlotEntry(
            Id(), Programme(programmes), panels, from, until,
            chance.Next(4) == 0 ? Text(first.AddDays(chance.Next(-3, days))) : null,
            null,
            priority == "community" && chance.Next(2) == 0 ? null : priority,
            _rules.Rule(),
            boundsOnly || from is not null ? null : narrow ? _times.Narrow() : _times.Wide(),
            tags, Share(), Joins(priority), begins, ends) is var slot && slot.FirstDay is null && chance.Next(4) == 0
                ? slot with { LastDay = Text(first.AddDays(chance.Next(0, days + 3))) }
                : slot;
    }

    private string Id() => $"s{chance.Next(1000):000}-{++_made}";

    private string Programme(IReadOnlyList<string> programmes) => programmes[chance.Next(programmes.Count)];

    private string Priority() => chance.Next(100) switch
    {
        < 14 => "base",
        < 58 => "community",
        < 76 => "centre",
        < 81 => "technician",
        < 91 => "urgent",
        < 95 => "emergency",
        _ => "blank",
    };

    private bool? Joins(string priority) => priority switch
    {
        "centre" => chance.Next(100) < 88,
        "community" => chance.Next(100) < 94,
        "urgent" => chance.Next(100) < 60,
        "base" => chance.Next(2) == 0,
        _ => null,
    };

    private int? Share() => chance.Next(10) switch { < 6 => null, < 8 => chance.Next(1, 5) * 2, _ => chance.Next(1, 13) };

    private (string[]? Panels, string[]? Tags) Meant() => chance.Next(10) switch
    {
        < 3 => (null, null),
        < 6 => (null, Some(YearPanels.Tags, 2)),
        < 9 => (Some([.. YearPanels.All.Select(panel => panel.Id.Value)], 3), null),
        _ => (Some([.. YearPanels.All.Select(panel => panel.Id.Value)], 2), Some(YearPanels.Tags, 1)),
    };

    private string[] Some(string[] all, int most) => [.. Enumerable.Range(0, chance.Next(1, most + 1)).Select(_ => all[chance.Next(all.Length)]).Distinct()];

    private (string? Begins, string? Ends) Bounds(bool narrow)
    {
        var begins = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.FromMinutes(chance.Next(-20, 29) * 30)).AddMinutes(chance.Next(days * 24 * 60));
        var ends = begins.AddMinutes(narrow ? chance.Next(20, 2000) : chance.Next(60, 20000));
        return chance.Next(10) switch
        {
            0 => (Text(begins), null),
            1 => (null, Text(ends)),
            2 or 3 => (Text(begins), Text(ends)),
            _ => (null, null),
        };
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
