using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Core.Text;
using Signage.Sheets.Agenda;

namespace Signage.Cli.Panels;

/// <summary>The plan of a site, as it tells it, as events of a calendar: one for each stretch in which a panel plays something that may be lit.</summary>
internal static class PlanAgenda
{
    /// <summary>The events.</summary>
    /// <param name="decisions">The rows of the plan.</param>
    /// <param name="until">Where the plan was asked to end; a stretch without an end ends there.</param>
    public static IReadOnlyList<AgendaEvent> Of(IReadOnlyList<JsonObject> decisions, DateTimeOffset until) =>
        [.. decisions.Select(row => Event(row, until)).OfType<AgendaEvent>()];

    private static AgendaEvent? Event(JsonObject row, DateTimeOffset until)
    {
        var unlit = Texts(row["unlit"]).ToHashSet(StringComparer.Ordinal);
        var isRefused = (bool?)row["refused"] == true;
        var words = (isRefused ? Texts(row["instead"]) : Texts(row["items"]).Where(item => !unlit.Contains(item))).Select(WordsOf).ToArray();
        var (start, panel) = (Instant((string?)row["at"]), (string?)row["panel"] ?? "");
        DateTimeOffset? end = row["until"] is { } known && (bool?)row["atLeast"] != true ? Instant((string?)known) : null;
        return words.Length == 0 || (end ?? until) <= start ? null : new AgendaEvent(
            // Named by its end: a stretch that runs already begins, in the plan, whenever somebody asks.
            $"{(end is { } ends ? ends.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) : "open")}-{panel}@signage",
            start,
            end ?? until,
            string.Join(" / ", words),
            Words.AgendaWhy.With(string.Join("; ", Texts(row[isRefused ? "insteadBy" : "why"]))),
            panel);
    }

    // An item is told as its id and its words.
    private static string WordsOf(string item) => item[(item.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static DateTimeOffset Instant(string? text) => DateTimeOffset.Parse(text ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(item => item?.ToString() ?? "");
}
