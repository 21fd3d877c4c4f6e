using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Core.Policies;

/// <summary>
/// What of the policies a card can keep by its own timer: only what is dark on every day, for every priority. What a timer cannot say exactly it does not say, so that a card never
/// darkens what the site wants lit; the site darkens the rest itself.
/// </summary>
public static class DailyDark
{
    private const int Day = 24 * 60;

    // The clock of a card is off by seconds; so its timer stays a minute inside.
    private const int Margin = 1;

    // The changes of a year's clocks are seen from any day of it.
    private static readonly TimeSpan Look = TimeSpan.FromDays(7);
    private const int Looks = 54;

    /// <summary>The timer of a panel's card.</summary>
    /// <param name="book">The policies.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="most">How many ranges of a day the card knows, 0 or more; the longest are taken.</param>
    /// <param name="now">The site's zone is looked at from here on: a card whose wall is put forward and back goes wrong for some hours, so it is told none.</param>
    public static CardTimer Of(PolicyBook book, PanelId panel, int most, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (most == 0 || book.Policies.Count == 0 || !IsSteady(book.Index.Plan.Zone, now))
        {
            return CardTimer.None;
        }

        var dark = new bool[Day];
        foreach (var range in book.Index.For(panel).Select(book.Of).Where(IsDarkEveryDay).SelectMany(policy => policy.Time.Daily.Ranges).Where(range => !range.AsksTheSun))
        {
            Darken(dark, range);
        }

        return new CardTimer([.. Runs(dark).OrderByDescending(range => range.Minutes).ThenBy(range => range.From).Take(Math.Min(most, CardTimer.Most))]);
    }

    // A warning is lit in spite of one that is not strict, and no card says that it obeys while its timer holds it off.
    private static bool IsDarkEveryDay(Policy policy) => policy.Rule is PolicyRule.Quiet { IsStrict: true }
        && policy.Time is { Days: DayRule.Always, FirstDay: null, LastDay: null, Begins: null, Ends: null };

    private static bool IsSteady(TimeZoneInfo zone, DateTimeOffset now) =>
        Enumerable.Range(0, Looks).Select(at => zone.GetUtcOffset(Later(now, at * Look))).Distinct().Count() == 1;

    private static DateTimeOffset Later(DateTimeOffset now, TimeSpan by) => now > DateTimeOffset.MaxValue - by ? DateTimeOffset.MaxValue : now + by;

    private static void Darken(bool[] dark, DailyRange range)
    {
        // Only whole minutes are dark.
        var from = (int)Math.Ceiling(range.From.At.TotalMinutes);
        var until = (int)Math.Floor(range.Until.At.TotalMinutes) + (range.PassesMidnight ? Day : 0);
        for (var minute = from; minute < until; minute++)
        {
            dark[minute % Day] = true;
        }
    }

    /// <summary>The stretches that are dark, a minute inside; none where all of the day is, because no timer says that.</summary>
    private static IEnumerable<DarkHours> Runs(bool[] dark)
    {
        var lit = Array.IndexOf(dark, false);
        if (lit < 0)
        {
            yield break;
        }

        var length = 0;
        for (var step = 1; step <= Day; step++)
        {
            var minute = (lit + step) % Day;
            if (dark[minute])
            {
                length++;
                continue;
            }

            if (length > 2 * Margin)
            {
                yield return new DarkHours(At(minute - length + Margin), At(minute - Margin));
            }

            length = 0;
        }
    }

    private static TimeOnly At(int minute) => new(((minute % Day) + Day) % Day * TimeSpan.TicksPerMinute);
}
