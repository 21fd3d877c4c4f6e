using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Controller.Planning;
using Signage.Core.Agendas;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary>What was found over days on many panels, a row for each thing that comes at the same hours: so that a person with forty panels can read it.</summary>
internal static class FoldedRows
{
    /// <summary>How many days are looked at where nobody says.</summary>
    public const int UsualDays = 7;

    private const int MostRows = 10_000;

    /// <summary>The answer.</summary>
    /// <param name="member">What the list is called.</param>
    /// <param name="found">What was found: where, what tells it from others, and when.</param>
    /// <param name="row">A row of it, without when and where.</param>
    /// <param name="picture">The site.</param>
    public static JsonObject Answer<T>(
        string member, IEnumerable<(PanelId Panel, string Key, T Found, (DateTimeOffset From, DateTimeOffset Until) Span)> found, Func<T, JsonObject> row, SitePicture picture)
    {
        var plan = picture.Plan;
        var folds = found.GroupBy(one => (one.Panel, one.Key))
            .SelectMany(alike => DailyFold.Of(alike.Select(one => one.Span), plan.Zone).Select(fold => (alike.Key.Panel, alike.Key.Key, alike.First().Found, Fold: fold)))
            .GroupBy(one => (one.Key, string.Join(' ', one.Fold.Spans.Select(span => $"{span.From.UtcTicks}-{span.Until.UtcTicks}"))))
            .OrderBy(same => same.First().Fold.Spans[0].From).ThenBy(same => same.Key.Key, StringComparer.Ordinal)
            .ToArray();
        if (folds.Length > MostRows)
        {
            return ControlAnswers.Refuse(Words.PlanTooLong.With(MostRows));
        }

        return new JsonObject
        {
            ["ok"] = true,
            [member] = new JsonArray([.. folds.Select(same =>
            {
                var told = row(same.First().Found);
                string[] panels = [.. same.Select(one => one.Panel.Value).Distinct()];
                told.Insert(0, "panels", ControlAnswers.List(panels));
                told.Insert(1, "all", panels.Length == picture.Panels.Count);
                return (JsonNode)FoldWords.Into(told, same.First().Fold, plan.Calendar, plan.Zone);
            })]),
        };
    }

    /// <summary>The word for a reason.</summary>
    public static string Word<T>(T reason)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());
}
