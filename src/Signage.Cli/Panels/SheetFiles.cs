using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Sheets;

namespace Signage.Cli.Panels;

/// <summary>Tables of offices on their way in and out; what is wrong with one is the person's to mend.</summary>
internal static class SheetFiles
{
    /// <summary>Reads or writes a table.</summary>
    /// <exception cref="UserError">It cannot be taken as it is; each line names a mistake.</exception>
    public static T Take<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SheetException wrong)
        {
            throw new UserError(wrong.Lines);
        }
    }

    /// <summary>Writes a table.</summary>
    /// <exception cref="UserError">The ending of the name is of no kind of table.</exception>
    public static void Write(string path, IEnumerable<IReadOnlyList<string>> rows) => Take(() =>
    {
        Sheet.Write(path, rows);
        return path;
    });

    /// <summary>The objects of a list in an answer.</summary>
    public static IReadOnlyList<JsonObject> Objects(JsonNode? list) => [.. (list as JsonArray ?? []).OfType<JsonObject>()];
}
