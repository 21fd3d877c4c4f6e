using Signage.Controller.Planning;
using Signage.Core.Text;
using Signage.Trust.Screening.Lists;

namespace Signage.Controller.Hosting;

/// <summary>The word lists of a site: those that come with the program, and those of a folder of its own.</summary>
public static class ScreeningLists
{
    // Far more than a site needs; a list is read whole.
    private const long LongestFile = 8 * 1024 * 1024;

    /// <summary>Reads them.</summary>
    /// <param name="folder">The folder of the site's own lists, <c>*.json</c>; null for none.</param>
    /// <exception cref="SiteStartException">A list is wrong, or its id is taken; every reason is a line.</exception>
    public static IReadOnlyList<WordList> Read(string? folder)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return ShippedLists.All;
        }

        try
        {
            WordListReading[] readings = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Of)];
            WordList[] lists = [.. ShippedLists.All, .. readings.Select(reading => reading.List).OfType<WordList>()];
            string[] mistakes =
            [
                .. readings.Length == 0 ? (string[])[Words.ScreenFolderEmpty.With(folder)] : [],
                .. readings.SelectMany(reading => reading.Faults).Select(fault => fault.ToString()),
                .. lists.GroupBy(list => list.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => Words.ScreenListTwice.With(folder, group.Key)),
            ];
            return mistakes.Length == 0 ? lists : throw new SiteStartException(Mistakes.Bounded(mistakes));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SiteStartException(Words.ScreenFolderUnread.With(folder, refused.Message), refused);
        }
    }

    // A pipe or a device says that it has no length, and would be read for ever.
    private static WordListReading Of(string path) => new FileInfo(path).Length is > 0 and <= LongestFile
        ? WordListReader.Read(path, File.ReadAllText(path))
        : throw new SiteStartException(Words.ScreenListTooLong.With(path, LongestFile / 1024 / 1024));
}
