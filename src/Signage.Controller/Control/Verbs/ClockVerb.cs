using System.Text.Json.Nodes;
using Signage.Controller.Auditing;
using Signage.Controller.Planning;
using Signage.Controller.Timekeeping;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>clock</c>: what time the site has, and whether it is believed; with <c>confirm</c> the owner of the machine vouches for it.</summary>
/// <param name="trust">Judges the clock.</param>
/// <param name="time">The clock.</param>
/// <param name="book">Knows the zone of the site.</param>
/// <param name="bell">Rung when somebody vouches for the clock.</param>
/// <param name="pen">Writes down who did.</param>
internal sealed class ClockVerb(ClockTrust trust, TimeProvider time, SiteBook book, Bell bell, AuditPen pen) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "clock";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["confirm"];

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var (now, zone) = (time.GetUtcNow(), book.Now.Plan.Zone);
        string? unwritten = null;
        if (request.Flag("confirm"))
        {
            unwritten = trust.Vouch(now, caller.ToString());
            pen.Note(caller.Actor, "clock.confirm", "", ("clock", ControlAnswers.Local(now, zone)));
            bell.Ring();
        }

        var stand = trust.Judge(now);
        return Task.FromResult(new JsonObject
        {
            ["ok"] = true,
            ["now"] = ControlAnswers.Local(now, zone),
            ["zone"] = zone.Id,
            ["trusted"] = stand.IsTrusted,
            ["notes"] = ControlAnswers.List(unwritten is null ? stand.Notes : [.. stand.Notes, unwritten]),
        });
    }
}
