using System.Text.Json.Nodes;
using Signage.Controller.Auditing;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Controller.Timekeeping;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Core.Truth;

namespace Signage.Controller.Control.Verbs;

/// <summary>
/// <c>panel.pattern</c>: lights a built-in pattern on one panel for some minutes, or ends that. It stands in the plan as a technician's slot: it covers what people planned, gives way to what is
/// urgent, obeys the policies, and goes by itself.
/// </summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="door">Draws, and lets pass.</param>
/// <param name="rules">What cards can be told.</param>
/// <param name="wall">The time, as far as it is believed.</param>
/// <param name="sightings">What is known of the panels.</param>
/// <param name="pen">Writes down who tested.</param>
internal sealed class PanelPatternVerb(SiteBook book, ShowDoor door, PanelRules rules, SiteWall wall, Sightings sightings, AuditPen pen) : IControlVerb
{
    private const string Nothing = "none";

    /// <inheritdoc />
    public string Name => "panel.pattern";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["panel", "pattern", "minutes"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var id = request.Text("panel") ?? throw new FormatException(Words.MemberMissing.With("panel"));
        var name = request.Text("pattern") ?? throw new FormatException(Words.MemberMissing.With("pattern"));
        var minutes = request.Number("minutes") ?? PatternTest.UsualMinutes;
        if (book.Now.Panels.FirstOrDefault(known => known.Id.Value == id) is not { } panel)
        {
            return ControlAnswers.Refuse(Words.NoSuchPanel.With(id, string.Join(", ", book.Now.Panels.Select(known => known.Id))));
        }

        if (minutes is < PatternTest.LeastMinutes or > PatternTest.MostMinutes)
        {
            return ControlAnswers.Refuse(Words.TestTooLong.With(minutes, PatternTest.LeastMinutes, PatternTest.MostMinutes));
        }

        if (name == Nothing)
        {
            await book.TestAsync(panel.Id, null, DateTimeOffset.MinValue, cancellationToken).ConfigureAwait(false);
            pen.Note(caller.Actor, "panel.pattern", id, ("pattern", Nothing));
            return new JsonObject { ["ok"] = true };
        }

        if (wall.Now is not { } now)
        {
            return ControlAnswers.Refuse(Words.TestNeedsClock);
        }

        if (Enum.GetValues<TestPattern>().Where(pattern => TestPicture.NameOf(pattern) == name).ToArray() is not [var asked])
        {
            return ControlAnswers.Refuse(Words.NotAPattern.With(name, string.Join(", ", Enum.GetValues<TestPattern>().Select(TestPicture.NameOf).Append(Nothing))));
        }

        var test = new PatternTest(panel.Id, asked, now.AddMinutes(minutes).ToUniversalTime());
        if (WhyNot(test, panel) is { } reason)
        {
            return ControlAnswers.Refuse(reason);
        }

        await book.TestAsync(panel.Id, test, now, cancellationToken).ConfigureAwait(false);
        pen.Note(caller.Actor, "panel.pattern", id, ("pattern", name), ("until", ControlAnswers.Local(test.Ends, book.Now.Plan.Zone)));
        var bound = BoundDecision.At(book.Now.Plan, book.Now.Policies, now, panel);
        return new JsonObject
        {
            ["ok"] = true,
            ["until"] = ControlAnswers.Local(test.Ends, book.Now.Plan.Zone),

            // What is urgent, a policy, a blank, or a card that is not there may keep it from being lit.
            ["notes"] = ControlAnswers.List(
            [
                .. bound.Decision is { Level: Priority.Technician, Loop.Count: > 0 } ? (string[])[] : [PolicyWords.Sentence(bound, panel.Name, book.Now.Plan.Zone)],
                .. Obstacle(panel) is { } obstacle ? (string[])[obstacle] : [],
            ]),
        };
    }

    private string? Obstacle(Panel panel) => sightings.Site.Panels.FirstOrDefault(view => view.Panel.Id == panel.Id)?.Light switch
    {
        PanelLight.Blanked or PanelLight.BlankedUnverified => Words.TestBlanked.With(panel.Id),
        PanelLight.Lost => Words.TestUnreached.With(panel.Id),
        _ => null,
    };

    private string? WhyNot(PatternTest test, Panel panel)
    {
        if (rules.Profile(panel) is not { } profile)
        {
            return rules.Complaint(panel);
        }

        var (show, refusal) = door.Try([new LoopItem(test.Programme.Items[0], ShowStyle.Automatic, test.Slot.Id)], panel, profile);
        return show is null ? refusal : rules.Misfit(panel, show.Value);
    }
}
