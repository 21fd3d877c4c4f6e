namespace Signage.Simulator.Cards.Onbon;

/// <summary>Dates as the card reads them: binary-coded decimals, weekday 1 to 7.</summary>
internal static class Bx6Dates
{
    /// <summary>The moment in the eight bytes; null when they are no real moment, or not its true weekday.</summary>
    public static DateTime? Read(ReadOnlySpan<byte> bcd)
    {
        Span<int> value = stackalloc int[7];
        for (var i = 0; i < 7; i++)
        {
            if (bcd[i] >> 4 > 9 || (bcd[i] & 15) > 9)
            {
                return null;
            }

            value[i] = ((bcd[i] >> 4) * 10) + (bcd[i] & 15);
        }

        var year = value[0] + (value[1] * 100);
        if (year < 1 || value[2] is < 1 or > 12 || value[3] < 1 || value[3] > DateTime.DaysInMonth(year, value[2])
            || value[4] > 23 || value[5] > 59 || value[6] > 59)
        {
            return null;
        }

        var moment = new DateTime(year, value[2], value[3], value[4], value[5], value[6], DateTimeKind.Unspecified);
        return bcd[7] == (moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek) ? moment : null;
    }
}
