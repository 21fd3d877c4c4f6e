using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Cli.Verbs;
using Signage.Core.Text;

namespace Signage.Cli.Panels;

/// <summary>Empty hours and conflicts, as a site tells them, as tables.</summary>
/// <param name="output">Where they are drawn.</param>
internal sealed class PlanLooks(Output output)
{
    /// <summary>The hours in which panels light nothing.</summary>
    public void Gaps(JsonObject answer)
    {
        if (IsEmpty(answer["gaps"], Words.NoGaps))
        {
            return;
        }

        SiteTable.Draw(output, answer["gaps"], (Words.LabelPanels, Panels), (Words.LabelWhen, row => row["when"]), (Words.LabelWhy, row => row["told"]));
    }

    /// <summary>The hours in which slots lose.</summary>
    public void Conflicts(JsonObject answer)
    {
        if (IsEmpty(answer["conflicts"], Words.NoConflicts))
        {
            return;
        }

        SiteTable.Draw(
            output,
            answer["conflicts"],
            (Words.LabelSlot, row => row["slot"]),
            (Words.LabelPanels, Panels),
            (Words.LabelWhen, row => row["when"]),
            (Words.LabelWhy, row => row["told"]));
    }

    private bool IsEmpty(JsonNode? rows, string told)
    {
        if (rows is JsonArray { Count: > 0 })
        {
            return false;
        }

        output.Line(told);
        return true;
    }

    private static JsonNode Panels(JsonObject row) => (bool?)row["all"] == true ? Words.AllPanels : string.Join(", ", (row["panels"] as JsonArray ?? []).Select(panel => $"{panel}"));
}
