using System.Text.Json.Nodes;
using Signage.Controller.Auditing;
using Signage.Controller.BasePages;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Core.Truth;

namespace Signage.Controller.Control.Verbs;

/// <summary>
/// <c>panel.base</c>: leaves the page of a slogan, or with <c>"base": "none"</c> nothing, in the flash of an enrolled panel's card. Without <c>base</c> it tells
/// what is there. With <c>"remove": true</c> programmes that this site did not store may be removed.
/// </summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="keeper">Writes.</param>
/// <param name="ledger">Counts.</param>
/// <param name="pen">Writes down who asked.</param>
internal sealed class BasePageVerb(SiteBook book, BasePageKeeper keeper, FlashLedger ledger, AuditPen pen) : IControlVerb
{
    private const string None = "none";

    /// <inheritdoc />
    public string Name => "panel.base";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["panel", "base", "remove"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var id = request.Text("panel") ?? throw new FormatException(Words.MemberMissing.With("panel"));
        if (book.Now.Panels.FirstOrDefault(panel => panel.Id.Value == id) is not { } panel)
        {
            return ControlAnswers.Refuse(Words.NoSuchPanel.With(id, string.Join(", ", book.Now.Panels.Select(known => known.Id))));
        }

        if (WishOf(request, panel) is { } wish)
        {
            var answer = await keeper.KeepAsync(wish, cancellationToken).ConfigureAwait(false);
            if (answer is not BasePageAnswer.Unchanged)
            {
                pen.Note(caller.Actor, "panel.base", id, ("base", wish.ProgrammeId ?? None), ("came", answer.GetType().Name));
            }

            return answer switch
            {
                BasePageAnswer.Refused refused => ControlAnswers.Refuse(refused.Reason),
                BasePageAnswer.Failed failed => ControlAnswers.Refuse(failed.Reason),
                _ => new JsonObject { ["ok"] = true, ["panel"] = id, ["base"] = Told(answer, ledger.Today) },
            };
        }

        if (!keeper.Stores(panel))
        {
            return ControlAnswers.Refuse(Words.NoFlash.With(panel.Id, panel.ProfileId));
        }

        var stored = await keeper.ListAsync(panel, cancellationToken).ConfigureAwait(false);
        return new JsonObject
        {
            ["ok"] = true,
            ["panel"] = id,
            ["stored"] = stored is null ? null : ControlAnswers.List(stored.Names),
            ["complete"] = stored?.Complete ?? false,
            ["flash"] = Flash(await ledger.ReadAsync(panel.Id, cancellationToken).ConfigureAwait(false), ledger.Today),
        };
    }

    /// <summary>The wish in a request; null when it says nothing of a base page.</summary>
    public static BasePageWish? WishOf(JsonObject request, Panel panel) =>
        request.Text("base") is { } item ? new BasePageWish(panel, item == None ? null : item, request.Flag("remove")) : null;

    /// <summary>What came of a wish.</summary>
    public static JsonObject Told(BasePageAnswer answer, DateOnly today) => answer switch
    {
        BasePageAnswer.Unchanged same => new JsonObject { ["stored"] = true, ["written"] = false, ["evidence"] = "acknowledged", ["flash"] = Flash(same.Record, today) },
        BasePageAnswer.Stored stored => new JsonObject
        {
            ["stored"] = true,
            ["written"] = true,
            ["evidence"] = "acknowledged",
            ["removed"] = stored.Removed is { } removed ? ControlAnswers.List(removed) : null,
            ["flash"] = Flash(stored.Record, today),
        },
        BasePageAnswer.Failed failed => new JsonObject { ["stored"] = false, ["written"] = null, ["detail"] = failed.Reason, ["flash"] = Flash(failed.Record, today) },
        BasePageAnswer.Refused refused => new JsonObject { ["stored"] = false, ["written"] = false, ["detail"] = refused.Reason },
        _ => [],
    };

    /// <summary>The count of a card's flash. <c>holds</c> is null when nobody can say, <c>none</c> when it was cleared.</summary>
    public static JsonObject Flash(FlashRecord record, DateOnly today) => new()
    {
        ["writes"] = record.Writes,
        ["today"] = record.WritesOn(today),
        ["mostADay"] = FlashRecord.MostADay,
        ["holds"] = record.Holds is { } page ? page.ProgrammeId ?? None : null,
        ["digest"] = record.Holds?.Digest?.Hex,
    };
}
