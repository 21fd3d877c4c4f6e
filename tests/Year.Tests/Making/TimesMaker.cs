namespace Year.Tests.Making;

/// <summary>Ranges of the day of every kind, as people write them.</summary>
/// <param name="chance">The dice.</param>
internal sealed class TimesMaker(Random chance)
{
    private const int MinutesOfDay = 24 * 60;
    private const int Grid = 15;

    /// <summary>Ranges; long ones for slots that may be seen often.</summary>
    public string Wide() => chance.Next(12) switch
    {
        0 => $"{Time()}-",
        1 => $"-{Time()}",
        2 => "00:00-24:00",
        3 => $"{Time()}-24:00",
        4 => Time() is var whole ? $"{whole}-{whole}" : "",
        5 => $"{Evening()}-{Morning()}",
        6 => Sunny(),
        7 => $"{Sunny()},{Range(30, 90)}",
        8 => string.Join(',', Enumerable.Range(0, chance.Next(3, 13)).Select(_ => Range(10, 120))),
        9 => $"{Range(60, 300)} , {Range(60, 300)}",
        10 => Night(),
        _ => Range(120, 900),
    };

    /// <summary>A short range, for what goes over others.</summary>
    public string Narrow() => chance.Next(6) switch
    {
        0 => $"23:{chance.Next(10, 60)}-00:{chance.Next(10, 60)}",
        1 => Night(),
        2 => $"02:00-03:00,{Range(15, 45)}",
        3 => $"sunset-15m-sunset+{chance.Next(1, 40)}m",
        _ => Range(10, 75),
    };

    private string Range(int least, int most)
    {
        var from = chance.Next(MinutesOfDay / Grid) * Grid;
        from += chance.Next(8) == 0 ? chance.Next(Grid) : 0;
        var until = (from + chance.Next(least, most)) % MinutesOfDay / 5 * 5;
        return chance.Next(20) == 0 ? $"{Text(from)}:{chance.Next(10, 60)}-{Text(until)}:{chance.Next(10, 60)}" : $"{Text(from)}-{Text(until)}";
    }

    private string Sunny() => chance.Next(16) switch
    {
        0 => "sunset-22:00",
        1 => "sunset-sunrise",
        2 => $"sunrise+{chance.Next(1, 120)}m-sunset-{chance.Next(1, 120)}m",
        3 => "sunset-",
        4 => "-sunrise",
        5 => $"sunrise - {chance.Next(1, 90)}m - 12:00",
        6 => $"12:00-sunset+{chance.Next(1, 120)}m",
        7 => $"sunset-00:{chance.Next(10, 60)}",
        8 => "20:30-sunrise",
        9 => "sunrise-24:00",
        10 => "sunset-17:30",
        11 => $"sunrise-{chance.Next(200, 361)}m-sunrise",
        12 => $"sunset+{chance.Next(200, 361)}m-sunrise",
        13 => $"sunset-sunset+{chance.Next(200, 361)}m",
        14 => "sunset-12:00",
        _ => "12:00-sunrise",
    };

    // Where clocks are put forward or back, these times are left out or come twice.
    private string Night() => $"00:10-01:{chance.Next(10, 60)},01:{chance.Next(30, 60)}-02:{chance.Next(10, 60)},02:{chance.Next(30, 60)}-05:00";

    private string Time() => Text(chance.Next(1, MinutesOfDay / Grid) * Grid);

    private string Evening() => Text((18 * 60) + (chance.Next(23) * Grid));

    private string Morning() => Text((4 * 60) + (chance.Next(20) * Grid));

    private static string Text(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
