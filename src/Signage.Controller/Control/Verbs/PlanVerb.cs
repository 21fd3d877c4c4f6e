using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>plan</c>: what plays on which panel from an instant on, why, until when, who lost, and what may not be lit as of now.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="policy">What may be lit.</param>
internal sealed class PlanVerb(SiteBook book, IApprovalPolicy policy) : IControlVerb
{
    private const int MostRows = 10_000;
    private const int MostDays = 3_660;

    /// <inheritdoc />
    public string Name => "plan";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["at", "days", "panel"];

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => Task.FromResult(Plan(request));

    private JsonObject Plan(JsonObject request)
    {
        var text = request.Text("at") ?? throw new FormatException(Words.MemberMissing.With("at"));
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return ControlAnswers.Refuse(Words.NotAnInstant.With(text));
        }

        var days = request.Number("days") ?? 0;
        if (days is < 0 or > MostDays || at.UtcDateTime > DateTime.MaxValue.AddDays(-days - 1) || at.UtcDateTime < DateTime.MinValue.AddDays(1))
        {
            return ControlAnswers.Refuse(Words.TooManyDays.With(days, MostDays));
        }

        var named = request.Text("panel");
        var picture = book.Now;
        var panels = picture.Panels.Where(panel => named is null || panel.Id.Value == named).ToArray();
        return named is not null && panels.Length == 0
            ? ControlAnswers.Refuse(Words.NoSuchPanel.With(named, string.Join(", ", picture.Panels.Select(panel => panel.Id))))
            : Rows(panels, picture.Plan, at, at.AddDays(days));
    }

    private JsonObject Rows(Panel[] panels, Plan plan, DateTimeOffset at, DateTimeOffset until)
    {
        var rows = new JsonArray();
        foreach (var panel in panels)
        {
            for (DateTimeOffset? next = at; next <= until || next == at;)
            {
                var decision = Arbiter.Decide(plan, next.Value, panel.Id);
                rows.Add(Row(decision, plan.Zone));
                next = decision.Until;
                if (rows.Count >= MostRows)
                {
                    return ControlAnswers.Refuse(Words.PlanTooLong.With(MostRows));
                }
            }
        }

        return new JsonObject { ["ok"] = true, ["decisions"] = rows };
    }

    private JsonObject Row(Decision decision, TimeZoneInfo zone) => new()
    {
        ["panel"] = decision.Panel.Value,
        ["at"] = ControlAnswers.Local(decision.At, zone),
        ["until"] = decision.Until is { } until ? ControlAnswers.Local(until, zone) : null,
        ["items"] = ControlAnswers.List(decision.Loop.Select(item => $"{item.Revision.ItemId} {item.Revision.Text}")),
        ["unlit"] = ControlAnswers.List(
            decision.Loop.Where(item => policy.Complaint(item.Revision) is not null).Select(item => $"{item.Revision.ItemId} {item.Revision.Text}")),
        ["why"] = ControlAnswers.List(decision.Why),
        ["lost"] = ControlAnswers.List(decision.Lost),
        ["notLit"] = ControlAnswers.List(decision.Loop.Select(item => policy.Complaint(item.Revision)).OfType<string>()),
    };
}
