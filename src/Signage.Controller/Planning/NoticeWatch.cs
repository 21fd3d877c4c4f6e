using Microsoft.Extensions.Logging;
using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Controller.Planning;

/// <summary>
/// Looks ahead for days that the plan asks about and of which no notice says yet whether people work: working days are then what the weekday says, and that
/// must be known before it shows.
/// </summary>
/// <param name="book">What is planned.</param>
/// <param name="days">Today at the site.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class NoticeWatch(SiteBook book, SiteDays days, ILogger log)
{
    /// <summary>How many days ahead it looks. The notice of a year comes in November of the one before.</summary>
    public const int DaysAhead = 45;
    private Known? _known;

    /// <summary>What is not sure, in one line; null when all is, or when no slot asks. Looked for once for every plan and day.</summary>
    public string? Warning
    {
        get
        {
            var (known, plan, today) = (Volatile.Read(ref _known), book.Now.Plan, days.Today);
            if (known is null || !ReferenceEquals(known.Plan, plan) || known.Today != today)
            {
                Volatile.Write(ref _known, known = new Known(plan, today, Found(plan, today)));
            }

            return known.Warning;
        }
    }

    /// <summary>Says it in the log; for every start and every day.</summary>
    public void Tell()
    {
        if (Warning is { } warning)
        {
            Log.Missing(log, warning);
        }
    }

    private static string? Found(Plan plan, DateOnly today) =>
        plan.Calendar.Statutory.FirstUncertain(today, DaysAhead) is { } uncertain && Asking(plan) is { Length: > 0 } asking
            ? Words.NoticeMissing.With(uncertain.Year, $"{uncertain.Day:yyyy-MM-dd}", string.Join(", ", Mistakes.Bounded(asking)))
            : null;

    private static string[] Asking(Plan plan) => [.. plan.Slots.Where(slot => slot.Time.Days.AsksNotices(plan.Calendar)).Select(slot => slot.Id)];

    private sealed record Known(Plan Plan, DateOnly Today, string? Warning);

    private static partial class Log
    {
        [LoggerMessage(3007, LogLevel.Warning, "{Warning}")]
        public static partial void Missing(ILogger logger, string warning);
    }
}
