using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage alert</c>: warnings from outside.</summary>
internal sealed class AlertVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public AlertVerb(VerbRooms rooms)
        : base("alert", Words.VerbAlert, AlertCheckVerb.Line)
    {
        Add(new AlertCheckVerb(rooms));
        Add(new AlertTakeVerb(rooms));
        Add(new AlertListVerb(rooms));
        Add(new AlertDeedVerb(rooms, "approve", Words.VerbAlertApprove, name => Words.AlertApproved.With(name)));
        Add(new AlertDeedVerb(rooms, "clear", Words.VerbAlertClear, name => Words.AlertCleared.With(name)));
    }

    // Approved and not lit is a failure to whoever approved, though the site did all that it could.
    private static int Code(JsonObject answer) => answer["notLit"] is JsonArray { Count: > 0 } ? ExitCode.Failed : ExitCode.Done;

    private static bool IsNotLit(Output output, JsonObject answer)
    {
        foreach (var reason in answer["notLit"] as JsonArray ?? [])
        {
            output.Note(Words.AlertNotLit.With(reason));
        }

        return Code(answer) == ExitCode.Failed;
    }

    private sealed class AlertTakeVerb : Verb
    {
        public AlertTakeVerb(VerbRooms rooms)
            : base("take", Words.VerbAlertTake, "signage alert take warning.xml --preview")
        {
            var data = SiteOptions.Data();
            var file = new Argument<string>("FILE") { Description = Words.ArgumentAlertFile };
            var preview = new Option<bool>("--preview") { Description = Words.OptionAlertPreview };
            var approve = new Option<bool>("--approve") { Description = Words.OptionAlertApprove };
            Add(file);
            foreach (var option in new Option[] { preview, approve, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction(async (parsed, cancellationToken) =>
            {
                var document = await AlertDocument.ReadAsync(parsed.GetRequiredValue(file), rooms.Output, cancellationToken).ConfigureAwait(false);
                return Code(await call.AnswerAsync(
                    parsed,
                    SiteRequests.TakeAlerts(document, parsed.GetValue(preview), parsed.GetValue(approve)),
                    answer => Tell(rooms.Output, answer, parsed.GetValue(preview)),
                    cancellationToken).ConfigureAwait(false));
            });
        }

        private static void Tell(Output output, JsonObject answer, bool isPreview)
        {
            foreach (var message in Rows(answer["messages"]))
            {
                output.Line($"{message["identifier"]}  {message["told"]}");
            }

            foreach (var light in Rows(answer["lights"]))
            {
                output.Line("  " + Words.AlertShown.With(light["words"], light["severity"], light["from"], light["until"]));
            }

            foreach (var replaced in answer["replaces"] as JsonArray ?? [])
            {
                output.Line("  " + Words.AlertReplaces.With(replaced));
            }

            output.Notes(answer["notes"]);
            if (IsNotLit(output, answer))
            {
                return;
            }

            output.Line(isPreview ? Words.AlertOnlyPreview
                : Rows(answer["messages"]).All(message => (string?)message["state"] == "unused") ? Words.AlertUnused
                : answer["lights"] is JsonArray { Count: 0 } ? Words.AlertTakenOnly
                : (bool?)answer["approved"] == true ? Words.AlertTakenApproved
                : Words.AlertTaken);
        }

        private static IEnumerable<JsonObject> Rows(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();
    }

    private sealed class AlertListVerb : Verb
    {
        public AlertListVerb(VerbRooms rooms)
            : base("list", Words.VerbAlertList, "signage alert list")
        {
            var data = SiteOptions.Data();
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.Plain("alert.list"),
                answer => SiteTable.Draw(
                    rooms.Output,
                    answer["alerts"],
                    (Words.LabelAlert, row => row["identifier"]),
                    (Words.LabelSender, row => row["sender"]),
                    (Words.LabelSentAt, row => row["sent"]),
                    (Words.LabelState, row => row["told"]),
                    (Words.LabelApprovedBy, row => row["approvedBy"] ?? Words.ApprovedByNobody),
                    (Words.LabelClearedBy, row => row["clearedBy"])),
                cancellationToken));
        }
    }

    private sealed class AlertDeedVerb : Verb
    {
        public AlertDeedVerb(VerbRooms rooms, string name, string description, Func<string, string> done)
            : base(name, description, $"signage alert {name} 51090041600000_20260715153000")
        {
            var data = SiteOptions.Data();
            var alert = new Argument<string>("ALERT") { Description = Words.ArgumentAlert };
            Add(alert);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction(async (parsed, cancellationToken) => Code(await call.AnswerAsync(
                parsed,
                SiteRequests.Alert($"alert.{name}", parsed.GetRequiredValue(alert)),
                answer => Tell(rooms.Output, answer, done(parsed.GetRequiredValue(alert))),
                cancellationToken).ConfigureAwait(false)));
        }

        private static void Tell(Output output, JsonObject answer, string done)
        {
            if (!IsNotLit(output, answer))
            {
                output.Line(done);
            }
        }
    }
}
