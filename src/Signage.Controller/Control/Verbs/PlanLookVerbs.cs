using System.Text.Json.Nodes;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Core.Agendas;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>plan.gaps</c>: the stretches in which panels light nothing, and why, folded over days and panels.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="look">Looks ahead.</param>
internal sealed class PlanGapsVerb(SiteBook book, AgendaLook look) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "plan.gaps";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => PlanQuestion.Members;

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var picture = book.Now;
        var question = PlanQuestion.Read(request, picture.Panels, FoldedRows.UsualDays);
        var gaps = look.Over(picture, question.IndexOf(picture.Plan), question.Panels, question.Span, AgendaGaps.Of, gap => (gap.From, gap.Until), cancellationToken);
        return Task.FromResult(FoldedRows.Answer(
            "gaps",
            gaps.Select(gap => (gap.Found.Panel, string.Join('\n', [$"{gap.Found.Reason}", .. gap.Found.By, "", gap.Found.Refusal ?? ""]), gap.Found, gap.Span)),
            gap => new JsonObject { ["reason"] = FoldedRows.Word(gap.Reason), ["by"] = ControlAnswers.List(gap.By), ["told"] = Told(gap) },
            picture));
    }

    private static string Told(AgendaGap gap) => gap.Reason switch
    {
        GapReason.Nothing => Words.GapNothing,
        GapReason.Blank => Words.GapBlank.With(string.Join(", ", gap.By)),
        GapReason.Paused => Words.GapPaused.With(string.Join(", ", gap.By)),
        GapReason.Policy => Words.GapPolicy.With(string.Join(", ", gap.By)),
        _ => gap.Refusal ?? "",
    };
}

/// <summary><c>plan.conflicts</c>: the stretches in which a slot is open and does not play, to whom it loses and why, folded over days and panels.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="look">Looks ahead.</param>
internal sealed class PlanConflictsVerb(SiteBook book, AgendaLook look) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "plan.conflicts";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => PlanQuestion.Members;

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var picture = book.Now;
        var question = PlanQuestion.Read(request, picture.Panels, FoldedRows.UsualDays);
        var isBase = picture.Plan.Slots.Where(slot => slot.Priority == Priority.Base).Select(slot => slot.Id).ToHashSet(StringComparer.Ordinal);
        var conflicts = look.Over(
            picture,
            question.IndexOf(picture.Plan),
            question.Panels,
            question.Span,
            (stretches, lit) => AgendaConflicts.Of(stretches, lit, isBase.Contains),
            conflict => (conflict.From, conflict.Until),
            cancellationToken);
        return Task.FromResult(FoldedRows.Answer(
            "conflicts",
            conflicts.Select(one => (one.Found.Panel, string.Join('\n', [one.Found.Slot, $"{one.Found.Reason}", .. one.Found.To, "", one.Found.Refusal ?? ""]), one.Found, one.Span)),
            one => new JsonObject { ["slot"] = one.Slot, ["reason"] = FoldedRows.Word(one.Reason), ["to"] = ControlAnswers.List(one.To), ["told"] = Told(one) },
            picture));
    }

    private static string Told(AgendaConflict conflict) => conflict.Reason switch
    {
        LossReason.Replaced => Words.LossReplaced.With(string.Join(", ", conflict.To)),
        LossReason.Full => Words.LossFull.With(Arbiter.MostInLoop),
        LossReason.Paused => Words.GapPaused.With(string.Join(", ", conflict.To)),
        LossReason.Policy => Words.GapPolicy.With(string.Join(", ", conflict.To)),
        _ => conflict.Refusal ?? "",
    };
}
