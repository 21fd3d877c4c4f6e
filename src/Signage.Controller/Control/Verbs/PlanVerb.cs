using System.Text.Json.Nodes;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>plan</c>: what plays on which panel from an instant on, why, until when, who lost, and what may not be lit as of now.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="policy">What may be lit.</param>
/// <param name="shows">What would be lit at one instant.</param>
internal sealed class PlanVerb(SiteBook book, IApprovalPolicy policy, PlanShows shows) : IControlVerb
{
    private const int MostRows = 10_000;

    // What plays at the end of the look is looked at so much further, for a boundary that is near.
    private static readonly TimeSpan Beyond = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public string Name => "plan";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => [.. PlanQuestion.Members, "show"];

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => Task.FromResult(Plan(request));

    private JsonObject Plan(JsonObject request)
    {
        var picture = book.Now;
        var question = PlanQuestion.Read(request, picture.Panels, days: 0);
        var (rows, show) = (Rows(question, picture), request.Text("show"));
        return !(bool)rows["ok"]! ? rows
            : question.Days == 0 ? shows.Into(rows, picture, question.Panels, question.At, show)
            : show is null ? rows
            : ControlAnswers.Refuse(Words.ShowOfDays);
    }

    private JsonObject Rows(PlanQuestion question, SitePicture picture)
    {
        var (plan, panels, at, until) = (picture.Plan, question.Panels, question.At, question.Until);
        var window = new BoundWindow(PlanWindow.Over(question.IndexOf(plan), at, until + Beyond), PolicyWindow.Over(picture.Policies, at, until + Beyond));
        var agenda = new Agenda(window.Plan);
        var rows = new JsonArray();
        foreach (var panel in panels)
        {
            foreach (var bound in at == until
                ? [BoundDecision.At(plan, picture.Policies, at, panel)]
                : agenda.Of(panel.Id).TakeWhile(stretch => stretch.From <= until).SelectMany(stretch => BoundStretches.Of(stretch, window, panel)).TakeWhile(bound => bound.Decision.At <= until).Select(bound => BoundStretches.Whole(bound, window, panel)))
            {
                rows.Add(Row(bound, panel, plan.Zone));
                if (rows.Count >= MostRows)
                {
                    return ControlAnswers.Refuse(Words.PlanTooLong.With(MostRows));
                }
            }
        }

        return new JsonObject { ["ok"] = true, ["decisions"] = rows };
    }

    private JsonObject Row(BoundDecision bound, Panel panel, TimeZoneInfo zone)
    {
        var (row, decision) = (Plain(bound, panel, zone), bound.Decision);
        if (decision.Loop.Any(IsRefused))
        {
            InsteadRow.Tell(row, bound, decision.Basis.Any(IsRefused) ? [] : decision.Basis, panel, zone);
        }

        return row;
    }

    private bool IsRefused(LoopItem item) => policy.Complaint(item.Revision) is not null;

    private JsonObject Plain(BoundDecision bound, Panel panel, TimeZoneInfo zone) => new()
    {
        ["sentence"] = PolicyWords.Sentence(bound, panel.Name, zone),
        ["panel"] = bound.Decision.Panel.Value,
        ["at"] = ControlAnswers.Local(bound.Decision.At, zone),
        ["until"] = bound.Decision.Until is { } until ? ControlAnswers.Local(until, zone) : null,
        ["atLeast"] = bound.Decision.AtLeast,
        ["items"] = ControlAnswers.List(bound.Decision.Loop.Select(item => $"{item.Revision.ItemId} {item.Revision.Text}")),
        ["unlit"] = ControlAnswers.List(
            bound.Decision.Loop.Where(IsRefused).Select(item => $"{item.Revision.ItemId} {item.Revision.Text}")),
        ["refused"] = false,
        ["instead"] = new JsonArray(),
        ["insteadBy"] = new JsonArray(),
        ["why"] = ControlAnswers.List(bound.Decision.Why),
        ["lost"] = ControlAnswers.List(bound.Decision.Lost),
        ["notLit"] = ControlAnswers.List(bound.Decision.Loop.Select(item => policy.Complaint(item.Revision)).OfType<string>()),
        ["dark"] = PolicyWords.WhyDark(bound),
        ["paused"] = ControlAnswers.List(bound.Paused),
        ["policies"] = ControlAnswers.List(bound.Verdict.Binding.Select(binding => binding.Id)),
        ["brightness"] = bound.Brightness,
    };
}
