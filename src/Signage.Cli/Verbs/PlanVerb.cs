using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Words;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage plan</c>: what plays at a moment, why, until when, and who lost.</summary>
internal sealed class PlanVerb : Verb
{
    private static readonly string[] Members = ["panel", "at", "until", "items", "why", "lost"];

    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public PlanVerb(VerbRooms rooms)
        : base("plan", "计划 (what plays, why, until when, and who lost)", "signage plan --at 2026-11-23T08:00:00+08:00 --panel gate-east")
    {
        _rooms = rooms;
        var data = SiteOptions.Data();
        var at = WordOptions.Instant("--at", "时刻 (moment; default: now)");
        var panel = new Option<string?>("--panel") { Description = "屏幕 (panel; default: all)", HelpName = "ID" };
        var days = new Option<int?>("--days") { Description = "往后几天 (also the changes of the next days)", HelpName = "N" };
        foreach (var option in new Option[] { data, at, panel, days })
        {
            Add(option);
        }

        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 366)
            {
                result.AddError("天数应为 1 到 366: --days takes 1 to 366.");
            }
        });
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Plan(parsed.GetValue(at) ?? rooms.Rooms.Time.GetUtcNow(), parsed.GetValue(panel), parsed.GetValue(days)),
            Tell,
            cancellationToken));
    }

    private void Tell(JsonObject answer)
    {
        var table = new Table().AddColumns("屏幕 panel", "从 from", "到 until", "内容 shows", "原因 why", "落选 lost");
        foreach (var row in answer["decisions"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            table.AddRow([.. Members.Select(name => Markup.Escape(Text(row[name])))]);
        }

        _rooms.Output.Draw(table);
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(item => item?.ToString())),
        _ => value.ToString(),
    };
}
