using System.Globalization;

namespace Signage.Core.Calendars;

/// <summary>Days of the common calendar as days of the lunar one. It knows 19 February 1901 to 28 January 2101, as the table of the runtime does.</summary>
public static class LunarDays
{
    private static readonly ChineseLunisolarCalendar Table = new();

    /// <summary>The first day it knows: the new year's day of the lunar year 1901.</summary>
    public static DateOnly First { get; } = DateOnly.FromDateTime(Table.MinSupportedDateTime);

    /// <summary>The last day it knows: the last one of the lunar year 2100.</summary>
    public static DateOnly Last { get; } = DateOnly.FromDateTime(Table.MaxSupportedDateTime);

    /// <summary>The lunar date of a day; null outside <see cref="First"/> to <see cref="Last"/>.</summary>
    public static LunarDate? Of(DateOnly day)
    {
        if (day < First || day > Last)
        {
            return null;
        }

        var time = day.ToDateTime(TimeOnly.MinValue);
        var (year, place) = (Table.GetYear(time), Table.GetMonth(time));
        var leap = Table.GetLeapMonth(year);

        // The table counts thirteen months of a leap year and names the leap one; people give it the number of the one before.
        var number = leap > 0 && place >= leap ? place - 1 : place;
        return new LunarDate(year, number, place == leap, Table.GetDayOfMonth(time));
    }

    /// <summary>True on the last day of a lunar month, the 29th or the 30th; in the twelfth month that is 除夕.</summary>
    public static bool IsLastOfMonth(DateOnly day) => Of(day) is not null && (day == Last || Of(day.AddDays(1)) is { Day: 1 });
}
