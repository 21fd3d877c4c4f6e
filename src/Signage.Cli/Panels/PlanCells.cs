using System.Text.Json.Nodes;
using Signage.Core.Text;

namespace Signage.Cli.Panels;

/// <summary>What the table of the plan says of a row where that is more than a member of it.</summary>
internal static class PlanCells
{
    /// <summary>Until when.</summary>
    public static JsonNode Until(JsonObject row) => (string?)row["until"] is not { } until ? Words.UntilChanged
        : (bool?)row["atLeast"] == true ? Words.UntilAtLeast.With(until)
        : until;

    /// <summary>What is lit. Words that nobody approved are planned and stay unlit; a table that shows both alike promises too much.</summary>
    public static JsonNode Shown(JsonObject row)
    {
        if ((string?)row["dark"] is { } dark)
        {
            return dark;
        }

        // All words of a loop are lit, or none.
        var (unlit, isRefused) = (Texts(row["unlit"]).ToHashSet(StringComparer.Ordinal), (bool?)row["refused"] == true);
        return List(Texts(row["items"]).Select(item => unlit.Contains(item) ? Words.NotLit.With(item) : isRefused ? Words.HeldBack.With(item) : item).Concat(Texts(row["instead"]).Select(item => Words.LitInstead.With(item))));
    }

    /// <summary>By which slots, and in whose place.</summary>
    public static JsonNode Why(JsonObject row)
    {
        var (why, instead) = (Texts(row["why"]), Texts(row["insteadBy"]));
        return instead.Length == 0 ? List(why) : Words.InsteadOf.With(string.Join(", ", instead), string.Join(", ", why.Except(instead, StringComparer.Ordinal)));
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => item?.ToString() ?? "")];
}
