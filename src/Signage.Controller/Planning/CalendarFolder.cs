using Signage.Core.Calendars;
using Signage.Core.Text;

namespace Signage.Controller.Planning;

/// <summary>
/// The calendar files of a folder: <c>statutory-days.csv</c> from the State Council's notices and <c>named-days.csv</c>, the site's own list. A folder
/// without one of them has none of its days.
/// </summary>
public static class CalendarFolder
{
    /// <summary>The folder beside the program.</summary>
    public const string BesideProgram = "calendars";

    private const string Statutory = "statutory-days.csv";
    private const string Named = "named-days.csv";

    /// <summary>Reads both files whole.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">A file has mistakes; each line of the message names one with its file.</exception>
    public static SiteCalendar Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(Words.NoCalendarFolder.With(folder));
        }

        return new SiteCalendar(Read(folder, Statutory, StatutoryDaysReader.Read), Read(folder, Named, NamedDaysReader.Read));
    }

    private static T Read<T>(string folder, string file, Func<string, T> read)
    {
        var path = Path.Combine(folder, file);
        try
        {
            return read(File.Exists(path) ? File.ReadAllText(path) : "");
        }
        catch (FormatException mistakes)
        {
            throw new FormatException(string.Join('\n', mistakes.Message.Split('\n').Select(line => $"{path}: {line}")), mistakes);
        }
    }
}
