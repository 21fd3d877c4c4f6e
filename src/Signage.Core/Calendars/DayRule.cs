namespace Signage.Core.Calendars;

/// <summary>
/// 日期规则: on which days something may happen. Rules are values, combined with and, or and not; whether one holds on a day depends on the
/// <see cref="SiteCalendar"/> only. <see cref="DayRuleText"/> reads and writes them.
/// </summary>
public abstract record DayRule
{
    private DayRule()
    {
    }

    /// <summary>True when the rule holds on a day.</summary>
    public abstract bool HoldsOn(DateOnly day, SiteCalendar calendar);

    /// <summary>The names of days that it asks for, itself and in its parts.</summary>
    public virtual IEnumerable<string> Names => [];

    /// <summary>True when it, or a part of it, depends on the notices of statutory holidays.</summary>
    /// <param name="calendar">Which of the named days are such holidays.</param>
    public virtual bool AsksNotices(SiteCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Names.Any(calendar.Statutory.Names.Contains);
    }

    /// <summary>Reads a rule, see <see cref="DayRuleText"/>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DayRule Parse(string text) => DayRuleText.Parse(text);

    /// <summary>The rule as <see cref="DayRuleText"/> writes it.</summary>
    public sealed override string ToString() => DayRuleText.Write(this);

    /// <summary>Every day.</summary>
    public sealed record Always : DayRule
    {
        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) => true;
    }

    /// <summary>From one day of the week to another, whatever the holidays say, over the weekend where the second comes earlier: <c>sat-mon</c>.</summary>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day.</param>
    public sealed record Week(DayOfWeek From, DayOfWeek Until) : DayRule
    {
        private const int Days = 7;

        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) => (day.DayOfWeek - From + Days) % Days <= (Until - From + Days) % Days;
    }

    /// <summary>Working days or rest days as they really are, holidays and make-up days (调休) included.</summary>
    /// <param name="Wanted">Which.</param>
    public sealed record Kind(DayKind Wanted) : DayRule
    {
        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar)
        {
            ArgumentNullException.ThrowIfNull(calendar);
            return calendar.Statutory.KindOf(day) == Wanted;
        }

        /// <inheritdoc/>
        public override bool AsksNotices(SiteCalendar calendar) => true;
    }

    /// <summary>A day with a name, and days around it (节前3天): a statutory holiday with all its rest days, or a day of the site's list.</summary>
    /// <param name="Name">The name: <c>春节</c>, <c>中华慈善日</c>.</param>
    /// <param name="Before">Days before its first day that count too, 0–60.</param>
    /// <param name="After">Days after its last day that count too, 0–60.</param>
    public sealed record Named(string Name, int Before, int After) : DayRule
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Names => [Name];

        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar)
        {
            ArgumentNullException.ThrowIfNull(calendar);
            return calendar.HasNamed(Name, day.DayNumber - After, day.DayNumber + Before);
        }
    }

    /// <summary>The n-th such weekday of a month, or of every month.</summary>
    /// <param name="Count">1–5; 0 for the last one.</param>
    /// <param name="Day">The weekday.</param>
    /// <param name="Month">1–12; null for every month.</param>
    public sealed record NthWeekday(int Count, DayOfWeek Day, int? Month) : DayRule
    {
        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) =>
            day.DayOfWeek == Day && (Month is null || day.Month == Month)
            && (Count == 0 ? day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month) : (day.Day + 6) / 7 == Count);
    }

    /// <summary>From a day of the year to another one, over the new year where the second is the earlier one.</summary>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day.</param>
    public sealed record Yearly(MonthDay From, MonthDay Until) : DayRule
    {
        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar)
        {
            var at = new MonthDay(day.Month, day.Day);
            return From.CompareTo(Until) <= 0 ? at.CompareTo(From) >= 0 && at.CompareTo(Until) <= 0 : at.CompareTo(From) >= 0 || at.CompareTo(Until) <= 0;
        }
    }

    /// <summary>From a day of the lunar year to another one, leap months in between included: 腊月廿三 to 正月十五.</summary>
    /// <param name="From">The first day. A leap month is meant only where it says so.</param>
    /// <param name="Until">The last day.</param>
    public sealed record Lunar(LunarDay From, LunarDay Until) : DayRule
    {
        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar)
        {
            if (LunarDays.Of(day) is not { } lunar)
            {
                return false;
            }

            return From == Until ? From.IsMet(lunar, LunarDays.IsLastOfMonth(day)) : Between(lunar, LunarDays.IsLastOfMonth(day));
        }

        private bool Between(LunarDate lunar, bool isLast)
        {
            var (after, before) = (From.IsReached(lunar, isLast), !Until.IsPassed(lunar));
            return From.IsBefore(Until) ? after && before : after || before;
        }
    }

    /// <summary>Every n-th day, counted from one.</summary>
    /// <param name="Days">1–366.</param>
    /// <param name="From">The day from which is counted, both ways.</param>
    public sealed record Every(int Days, DateOnly From) : DayRule
    {
        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) => (day.DayNumber - From.DayNumber) % Days == 0;
    }

    /// <summary>A solar term (节气).</summary>
    /// <param name="Wanted">Which.</param>
    public sealed record Term(SolarTerm Wanted) : DayRule
    {
        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) => SolarTerms.On(day) == Wanted;
    }

    /// <summary>Not on those days.</summary>
    /// <param name="Rule">The days.</param>
    public sealed record Except(DayRule Rule) : DayRule
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Names => Rule.Names;

        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) => !Rule.HoldsOn(day, calendar);

        /// <inheritdoc/>
        public override bool AsksNotices(SiteCalendar calendar) => Rule.AsksNotices(calendar);
    }

    /// <summary>Both hold.</summary>
    /// <param name="First">One.</param>
    /// <param name="Second">The other.</param>
    public sealed record Both(DayRule First, DayRule Second) : DayRule
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Names => First.Names.Concat(Second.Names);

        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) => First.HoldsOn(day, calendar) && Second.HoldsOn(day, calendar);

        /// <inheritdoc/>
        public override bool AsksNotices(SiteCalendar calendar) => First.AsksNotices(calendar) || Second.AsksNotices(calendar);
    }

    /// <summary>At least one of them holds.</summary>
    /// <param name="First">One.</param>
    /// <param name="Second">The other.</param>
    public sealed record Either(DayRule First, DayRule Second) : DayRule
    {
        /// <inheritdoc/>
        public override IEnumerable<string> Names => First.Names.Concat(Second.Names);

        /// <inheritdoc/>
        public override bool HoldsOn(DateOnly day, SiteCalendar calendar) => First.HoldsOn(day, calendar) || Second.HoldsOn(day, calendar);

        /// <inheritdoc/>
        public override bool AsksNotices(SiteCalendar calendar) => First.AsksNotices(calendar) || Second.AsksNotices(calendar);
    }
}
