using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Core.Text;
using Signage.Sheets.Reading;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Slots;

/// <summary>A table of slots, whole: a file with one mistake in it is refused with all that are wrong with it.</summary>
/// <param name="Slots">The slots, in the order of the rows.</param>
/// <param name="Notes">What was passed over.</param>
public sealed record SlotTable(IReadOnlyList<SlotLine> Slots, IReadOnlyList<string> Notes)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="SheetException">It is no table of slots, or has mistakes.</exception>
    /// <exception cref="IOException">The disk does not give it.</exception>
    public static SlotTable Read(string path)
    {
        var table = ColumnHeads.Slots.Find(Sheet.ReadSlots(path));
        if (table.Columns.ContainsKey("dates") && (table.Columns.ContainsKey("firstDay") || table.Columns.ContainsKey("lastDay")))
        {
            throw new SheetException(Words.DatesTwice.With(path, table.Columns["dates"].Heading));
        }

        if (table.Columns.ContainsKey("times") && (table.Columns.ContainsKey("from") || table.Columns.ContainsKey("until")))
        {
            throw new SheetException(Words.TimesTwice.With(path, table.Columns["times"].Heading));
        }

        var (slots, mistakes, ids) = (new List<SlotLine>(), new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            var slot = new SlotRow(table, row).Read(mistakes);
            var id = (string?)slot["id"] ?? "";
            if (id.Length > 0 && !ids.TryAdd(id, row.Number))
            {
                mistakes.Add(table.Complaint(row, "id", Words.IdTwice.With(ids[id])));
            }

            slots.Add(new SlotLine(row.Number, slot));
        }

        return mistakes.Count > 0 ? throw new SheetException(SheetMistakes.Bounded(mistakes))
            : slots.Count == 0 ? throw new SheetException(Words.NoRows.With(path))
            : new SlotTable(slots, table.Notes);
    }

    /// <summary>Slots, as a site tells them, as rows of text below a row of headings; read again they are the same slots.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IEnumerable<JsonObject> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        return slots.Select(Cells).Prepend([.. Members.Select(OfficeWords.SlotColumns.HeadingOf)]);
    }

    private static readonly string[] Members = ["id", "programme", "panels", "firstDay", "lastDay", "times", "days", "priority", "tags", "share", "joins", "begins", "ends"];

    private static IReadOnlyList<string> Cells(JsonObject slot) =>
    [
        Text(slot["id"]), Text(slot["programme"]), List(slot["panels"]), Text(slot["firstDay"]), Text(slot["lastDay"]),
        Text(slot["times"]) is "00:00-24:00" ? OfficeWords.WholeDayWord : Text(slot["times"]),
        Text(slot["days"]), OfficeWords.PriorityWord(Text(slot["priority"])), List(slot["tags"]), Text(slot["share"]),
        slot["joins"] is JsonValue joins && joins.TryGetValue<bool>(out var isJoined) ? OfficeWords.YesNoWord(isJoined) : "",
        Text(slot["begins"]), Text(slot["ends"]),
    ];

    private static string Text(JsonNode? value) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var words) => words,
        null => "",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string List(JsonNode? value) => string.Join(',', (value as JsonArray ?? []).Select(Text));
}
