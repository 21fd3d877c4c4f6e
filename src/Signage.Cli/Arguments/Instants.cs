using System.Globalization;
using Signage.Core.Text;

namespace Signage.Cli.Arguments;

/// <summary>Moments as people write them: ISO 8601, always with the offset, so that no machine's zone decides what is meant.</summary>
internal static class Instants
{
    // No card knows years beyond these, as its own wall shows them, and a plan that reaches a year further must still be a date.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>Reads an instant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
        && instant.Year is >= FirstYear and <= LastYear;

    /// <summary>What to say to a text that is none.</summary>
    public static string Complaint(string text) => Words.NotAnInstant.With(text, FirstYear, LastYear);
}
