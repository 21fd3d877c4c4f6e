namespace Signage.Core.Calendars;

/// <summary>Which days are solar terms, reckoned from the sun's longitude in China time (UTC+8), 1900–2100.</summary>
public static class SolarTerms
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const double Degrees = 15;
    private const int Terms = 24;

    // Longitude 285 degrees is the first of the year.
    private const int Turned = 19;
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    /// <summary>The term that falls on a day; null on an ordinary one, and outside 1900–2100.</summary>
    public static SolarTerm? On(DateOnly day)
    {
        if (day.Year is < FirstYear or > LastYear)
        {
            return null;
        }

        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ChinaTime);
        var (before, after) = (StepAt(midnight), StepAt(midnight.AddDays(1)));
        return before == after ? null : (SolarTerm)((after - Turned + Terms) % Terms);
    }

    /// <summary>Its Chinese name: <c>清明</c>.</summary>
    public static string NameOf(SolarTerm term) => Words.SolarTerms.Split(' ')[(int)term];

    /// <summary>The term of a Chinese name; null when there is none of it.</summary>
    public static SolarTerm? Named(string name)
    {
        var place = Array.IndexOf(Words.SolarTerms.Split(' '), name);
        return place < 0 ? null : (SolarTerm)place;
    }

    // How many whole steps of 15 degrees the sun has made, 0–23.
    private static int StepAt(DateTimeOffset instant) => (int)(SunLongitude.At(instant) / Degrees) % Terms;
}
