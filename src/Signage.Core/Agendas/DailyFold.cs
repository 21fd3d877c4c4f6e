namespace Signage.Core.Agendas;

/// <summary>Stretches of time that come at the same hours on several days, told as one: 每天 22:00–06:00. Those that move a little from day to day, as sunset does, are told as one too.</summary>
/// <param name="Spans">The stretches, a day each, in order; at least one.</param>
/// <param name="Days">The days on which they begin, by the clocks of the site.</param>
/// <param name="IsMoving">True when the hours are not quite the same every day.</param>
public sealed record DailyFold(IReadOnlyList<FoldedSpan> Spans, IReadOnlyList<DateOnly> Days, bool IsMoving)
{
    // The sun moves by two minutes a day in China, and by little more where anybody lives. Told to the minute, it stands still on some days.
    private static readonly TimeSpan MostMovement = TimeSpan.FromMinutes(4);
    private const int LeastMoving = 3;

    /// <summary>Folds stretches. Each of them is in one fold, whole.</summary>
    /// <param name="spans">The stretches, none into another.</param>
    /// <param name="zone">Whose clocks tell the hours.</param>
    public static IReadOnlyList<DailyFold> Of(IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> spans, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(spans);
        ArgumentNullException.ThrowIfNull(zone);
        var rows = Rows(spans.OrderBy(span => span.From).Select(span => FoldedSpan.Of(span.From, span.Until, zone)));
        var moving = rows.Where(row => row.DistinctBy(span => span.Hours).Count() >= LeastMoving).ToArray();
        return
        [
            .. rows.Except(moving).SelectMany(row => row).GroupBy(span => span.Hours).Select(alike => Fold([.. alike.OrderBy(span => span.From)], false))
                .Concat(moving.Select(row => Fold(row, true))).OrderBy(fold => fold.Spans[0].From),
        ];
    }

    /// <summary>Rows of stretches on one day after another, at nearly the same hours.</summary>
    private static List<List<FoldedSpan>> Rows(IEnumerable<FoldedSpan> spans)
    {
        var (rows, going) = (new List<List<FoldedSpan>>(), new List<List<FoldedSpan>>());
        foreach (var span in spans)
        {
            going.RemoveAll(row => row[^1].Day.AddDays(1) < span.Day);
            if (going.Where(row => row[^1].Day.AddDays(1) == span.Day && row[^1].Movement(span) <= MostMovement).MinBy(row => row[^1].Movement(span)) is { } row)
            {
                row.Add(span);
                continue;
            }

            rows.Add([span]);
            going.Add(rows[^1]);
        }

        return rows;
    }

    private static DailyFold Fold(IReadOnlyList<FoldedSpan> spans, bool isMoving) => new(spans, [.. spans.Select(span => span.Day).Distinct()], isMoving);
}
