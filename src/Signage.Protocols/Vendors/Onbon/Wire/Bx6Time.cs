using Signage.Core.Panels;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>
/// A moment as BX-6 cards write it: eight bytes of binary-coded decimals, year low byte first, then month, day, hour, minute, second, and the weekday, Monday 1
/// to Sunday 7 (section 5 of docs/protocols/onbon-bx6.md).
/// </summary>
internal static class Bx6Time
{
    public const int Length = 8;

    /// <summary>The bytes of a moment on the wall.</summary>
    public static byte[] Write(DateTime wall) =>
    [
        Bcd(wall.Year % 100), Bcd(wall.Year / 100), Bcd(wall.Month), Bcd(wall.Day), Bcd(wall.Hour), Bcd(wall.Minute), Bcd(wall.Second),
        wall.DayOfWeek == DayOfWeek.Sunday ? (byte)7 : (byte)wall.DayOfWeek,
    ];

    /// <summary>
    /// A timer: how many groups, and for each when the card switches on and when off, hours and minutes. It is lit between the two, so each group is the light between two dark ranges.
    /// </summary>
    public static byte[] Write(CardTimer timer)
    {
        var dark = timer.Ranges;
        return
        [
            (byte)dark.Count,
            .. Enumerable.Range(0, dark.Count).SelectMany(at => (byte[])[.. Minute(dark[at].Until), .. Minute(dark[(at + 1) % dark.Count].From)]),
        ];
    }

    /// <summary>The moment in the bytes; null when they are none. The weekday is not looked at: a card that miscounts it tells the time all the same.</summary>
    public static DateTime? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || bytes[..(Length - 1)].ContainsAnyExcept(Decimals))
        {
            return null;
        }

        var year = (Two(bytes[1]) * 100) + Two(bytes[0]);
        var (month, day, hour, minute, second) = (Two(bytes[2]), Two(bytes[3]), Two(bytes[4]), Two(bytes[5]), Two(bytes[6]));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60 && second < 60
            ? new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified)
            : null;
    }

    private static readonly System.Buffers.SearchValues<byte> Decimals =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 100).Select(Bcd)]);

    private static byte[] Minute(TimeOnly time) => [Bcd(time.Hour), Bcd(time.Minute)];

    private static int Two(byte bcd) => ((bcd >> 4) * 10) + (bcd & 15);

    private static byte Bcd(int value) => (byte)(((value / 10) << 4) | (value % 10));
}
