using System.Text.Json.Nodes;
using Signage.Controller.Auditing;
using Signage.Controller.Blanking;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>blank</c>: 一键黑屏. Takes effect before anything else is done; says whether it could be written down too.</summary>
/// <param name="blanks">The switch.</param>
/// <param name="book">Knows which panels there are.</param>
/// <param name="pen">Writes it down afterwards.</param>
internal sealed class BlankVerb(BlankSwitch blanks, SiteBook book, AuditPen pen) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "blank";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["panels"];

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var named = request.Texts("panels");
        if (named.FirstOrDefault(id => book.Now.Panels.All(panel => panel.Id.Value != id)) is { } unknown)
        {
            return Task.FromResult(ControlAnswers.Refuse(Words.NoSuchPanel.With(unknown, string.Join(", ", book.Now.Panels.Select(panel => panel.Id)))));
        }

        var (state, unwritten) = blanks.Press([.. named.Select(id => new PanelId(id))], caller.ToString());
        pen.Note(caller.Actor, "blank.press", $"{state.Number}", ("panels", string.Join(' ', named)));
        return Task.FromResult(new JsonObject { ["ok"] = true, ["number"] = state.Number, ["written"] = unwritten is null, ["detail"] = unwritten });
    }
}

/// <summary><c>resume</c>: releases a blank by its number and the code on the site's console.</summary>
/// <param name="blanks">The switch.</param>
/// <param name="pen">Writes it down afterwards.</param>
internal sealed class ResumeVerb(BlankSwitch blanks, AuditPen pen) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "resume";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["number", "code"];

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var number = request.Number("number") ?? throw new FormatException(Words.MemberMissing.With("number"));
        var code = request.Text("code") ?? throw new FormatException(Words.MemberMissing.With("code"));
        if (blanks.Release(number, code, caller.ToString()) is { } reason)
        {
            pen.Note(caller.Actor, "blank.release.refused", $"{number}");
            return Task.FromResult(ControlAnswers.Refuse(reason));
        }

        pen.Note(caller.Actor, "blank.release", $"{number}");
        return Task.FromResult(ControlAnswers.Ok());
    }
}
