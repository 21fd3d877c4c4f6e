using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary>A list in the answer of a site, as a table.</summary>
internal static class SiteTable
{
    /// <summary>Draws one row for each object of a list; members that are absent stay empty.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">The list; null when the answer has none.</param>
    /// <param name="columns">Heading and content of each column.</param>
    public static void Draw(Output output, JsonNode? rows, params (string Heading, Func<JsonObject, JsonNode?> Content)[] columns)
    {
        var table = new Table().AddColumns([.. columns.Select(column => Markup.Escape(column.Heading))]);
        foreach (var row in (rows as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            table.AddRow([.. columns.Select(column => Markup.Escape(Text(column.Content(row))))]);
        }

        output.Draw(table);
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(item => item?.ToString())),
        _ => value.ToString(),
    };
}
