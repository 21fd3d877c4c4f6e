using System.Globalization;
using Signage.Controller.Dispatch;
using Signage.Core.Text;

namespace Signage.Controller.Watching;

/// <summary>Which cards had, or have, another time than the site: what they play by themselves, and when, goes by it.</summary>
/// <param name="board">What is known of the panels.</param>
/// <param name="zone">How people of the site read instants.</param>
public sealed class CardClockNotes(PanelBoard board, TimeZoneInfo zone)
{
    /// <summary>How far off a clock has to be before somebody hears of it, seconds.</summary>
    public const int Least = 5;

    // Nobody reads a million seconds.
    private const long Day = 86_400;
    private const long MostSeconds = 2 * Day;

    /// <summary>A line for each of them; empty when all are right, or do not say.</summary>
    public IReadOnlyList<string> Now => [.. board.Now.Select(Note).OfType<string>()];

    private string? Note(PanelState state) => state.Clock switch
    {
        { OffSeconds: { } off, Refusal: { } why } when IsFar(off) => Words.CardClockUnset.With(state.Panel.Id, Told(off), why),
        { OffSeconds: { } off, ReadAt: { } at } when IsFar(off) => Words.CardClockOff.With(state.Panel.Id, Told(off), Local(at)),
        { FoundSeconds: { } found, SetAt: { } at } when IsFar(found) => Words.CardClockWasOff.With(state.Panel.Id, Told(found), Local(at)),
        _ => null,
    };

    private static bool IsFar(long seconds) => seconds is >= Least or <= -Least;

    private static string Told(long seconds) => seconds is > MostSeconds or < -MostSeconds
        ? Words.CardClockDays.With((seconds / Day).ToString("+0;-0", CultureInfo.InvariantCulture))
        : Words.CardClockSeconds.With(seconds.ToString("+0;-0", CultureInfo.InvariantCulture));

    private string Local(DateTimeOffset instant) => $"{TimeZoneInfo.ConvertTime(instant, zone):yyyy-MM-dd HH:mm:ss}";
}
