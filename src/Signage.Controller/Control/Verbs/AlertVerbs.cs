using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Controller.Alerts;
using Signage.Controller.Planning;
using Signage.Core.Alerts;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control.Verbs;

/// <summary>
/// <c>alert.take</c>: takes in a document of warnings. With <c>"preview": true</c> it only says what it would do and what it would replace; with
/// <c>"approve": true</c> the caller, who is the machine's owner, lets its words onto the panels.
/// </summary>
/// <param name="desk">Takes them in.</param>
internal sealed class AlertTakeVerb(AlertDesk desk) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "alert.take";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["document", "preview", "approve"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var preview = desk.Preview(Bytes(request.Text("document") ?? throw new FormatException(Words.MemberMissing.With("document"))));
        if (!request.Flag("preview"))
        {
            var stored = await desk.TakeAsync(caller.Actor, preview, Words.MachineOwner.With(caller.User), request.Flag("approve"), cancellationToken).ConfigureAwait(false);
            if (stored is StoreAnswer.Refused refused)
            {
                return ControlAnswers.Refuse(refused.Reason);
            }
        }

        return new JsonObject
        {
            ["ok"] = true,
            ["approved"] = request.Flag("approve"),
            ["messages"] = new JsonArray([.. preview.Judgements.Select(judgement => (JsonNode)Row(judgement))]),
            ["lights"] = new JsonArray([.. preview.Lightings.Select(lighting => (JsonNode)new JsonObject
            {
                ["words"] = lighting.Words,
                ["severity"] = lighting.Severity.ToString(),
                ["from"] = Written(lighting.From),
                ["until"] = Written(lighting.Until),
            })]),
            ["replaces"] = ControlAnswers.List(preview.Replaces),
            ["notLit"] = ControlAnswers.List(request.Flag("approve") && !request.Flag("preview") ? preview.NotLit : []),
            ["notes"] = ControlAnswers.List([.. preview.Complaints, .. Mistakes.Bounded([.. preview.Reading.Remarks.Select(remark => remark.Text)])]),
        };
    }

    /// <summary>What becomes of a message, as a row.</summary>
    public static JsonObject Row(AlertJudgement judgement) => new()
    {
        ["identifier"] = judgement.Entry.Message.Id.Identifier,
        ["sender"] = judgement.Entry.Message.Id.Sender,
        ["sent"] = Written(judgement.Entry.Message.Id.Sent),
        ["state"] = judgement.State.ToString().ToLowerInvariant(),
        ["told"] = judgement.Why,
    };

    // With the offset that the sender wrote; CAP knows no parts of a second.
    private static string Written(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static byte[] Bytes(string document)
    {
        try
        {
            return Convert.FromBase64String(document);
        }
        catch (FormatException broken)
        {
            throw new FormatException(Words.DocumentNotBase64, broken);
        }
    }
}

/// <summary><c>alert.list</c>: every warning that is kept, what becomes of it now, and who approved or ended it.</summary>
/// <param name="desk">Keeps them.</param>
internal sealed class AlertListVerb(AlertDesk desk) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "alert.list";

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => Task.FromResult(new JsonObject
    {
        ["ok"] = true,
        ["alerts"] = new JsonArray([.. desk.List().Select(pair =>
        {
            var row = AlertTakeVerb.Row(pair.Judgement);
            row["approvedBy"] = pair.Record.Approved?.By;
            row["clearedBy"] = pair.Record.Cleared?.By;
            return (JsonNode)row;
        })]),
    });
}

/// <summary><c>alert.approve</c>: the machine's owner lets a warning onto the panels; <c>notLit</c> says why it is not lit all the same.</summary>
/// <param name="desk">Keeps them.</param>
internal sealed class AlertApproveVerb(AlertDesk desk) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "alert.approve";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["alert"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var name = request.Text("alert") ?? throw new FormatException(Words.MemberMissing.With("alert"));
        var (stored, notLit) = await desk.ApproveAsync(caller.Actor, name, Words.MachineOwner.With(caller.User), cancellationToken).ConfigureAwait(false);
        var answer = ControlAnswers.Of(stored);
        if (stored is StoreAnswer.Stored)
        {
            answer["notLit"] = ControlAnswers.List(notLit);
        }

        return answer;
    }
}

/// <summary><c>alert.clear</c>: 解除, ends a warning at this site; what it covered comes back.</summary>
/// <param name="desk">Keeps them.</param>
internal sealed class AlertClearVerb(AlertDesk desk) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "alert.clear";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["alert"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => ControlAnswers.Of(await desk.ClearAsync(
        caller.Actor, request.Text("alert") ?? throw new FormatException(Words.MemberMissing.With("alert")), Words.MachineOwner.With(caller.User), cancellationToken).ConfigureAwait(false));
}
