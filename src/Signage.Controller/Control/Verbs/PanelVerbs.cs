using System.Text.Json.Nodes;
using Signage.Controller.BasePages;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Core.Truth;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>panel.list</c>: the panels that are enrolled, and when each was last seen.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="keeper">Knows which of them have a flash.</param>
/// <param name="ledger">How often their flash was written.</param>
/// <param name="sightings">When they were last seen.</param>
/// <param name="board">What is known of their cards.</param>
internal sealed class PanelListVerb(SiteBook book, BasePageKeeper keeper, FlashLedger ledger, Sightings sightings, PanelBoard board) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "panel.list";

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var flash = await ledger.ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var seen = sightings.Now;
        return new JsonObject
        {
            ["ok"] = true,
            ["panels"] = new JsonArray([.. book.Now.Panels.Select(panel => (JsonNode)new JsonObject
            {
                ["id"] = panel.Id.Value,
                ["name"] = panel.Name,
                ["profile"] = panel.ProfileId,
                ["face"] = panel.Face.ToString(),
                ["tags"] = ControlAnswers.List(panel.Tags.All),
                ["endpoint"] = EndpointText.Of(panel.Endpoint),
                ["flash"] = keeper.Stores(panel) ? BasePageVerb.Flash(flash.GetValueOrDefault(panel.Id) ?? FlashRecord.None, ledger.Today) : null,
                ["sighted"] = seen.GetValueOrDefault(panel.Id)?.DeepClone(),
                ["timer"] = board.Find(panel.Id)?.Timer?.ToString(),
                ["clock"] = CardClocks.Of(board.Find(panel.Id)?.Clock ?? CardClockState.Unknown, book.Now.Plan.Zone),
            })]),
        };
    }
}

/// <summary>
/// <c>panel.add</c>: enrols a panel after its card was asked what it is. A card that says something else than the entry, or nothing, is refused; with
/// <c>"unchecked": true</c> a panel may be enrolled before it is wired. With <c>base</c> and <c>remove</c>, as in <c>panel.base</c>, its flash is seen to as well:
/// whatever speaks against that is found before the panel is enrolled.
/// </summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="probe">Asks cards.</param>
/// <param name="keeper">Sees to their flash.</param>
/// <param name="ledger">Counts.</param>
internal sealed class PanelAddVerb(SiteBook book, PanelProbe probe, BasePageKeeper keeper, FlashLedger ledger) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "panel.add";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["panel", "unchecked", "base", "remove"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var panel = request.Entry("panel", EntryJson.Default.PanelEntry).ToPanel();
        if (probe.Complaint(panel, book.Now.Panels) is { } complaint)
        {
            return ControlAnswers.Refuse(complaint);
        }

        string? unverifiable = null;
        if (!request.Flag("unchecked"))
        {
            var found = await probe.AskAsync(panel, cancellationToken).ConfigureAwait(false);
            if (found.Complaints.Count > 0)
            {
                return ControlAnswers.Refuse($"{panel.Id}: {string.Join("; ", found.Complaints)}");
            }

            unverifiable = found.Unverifiable;
        }

        var wish = BasePageVerb.WishOf(request, panel);
        if (wish is not null && await WhyNotAsync(request, wish, cancellationToken).ConfigureAwait(false) is { } reason)
        {
            return ControlAnswers.Refuse(reason);
        }

        // Asking the card took a while; somebody may have enrolled another panel at its place since.
        var answer = ControlAnswers.Of(await book.As(caller.Actor).AddPanelAsync(panel, () => probe.Complaint(panel, book.Now.Panels), cancellationToken).ConfigureAwait(false));
        if (unverifiable is not null && (bool?)answer["ok"] == true)
        {
            answer["unverifiable"] = unverifiable;
        }

        if (wish is not null && (bool?)answer["ok"] == true)
        {
            answer["base"] = BasePageVerb.Told(await keeper.KeepAsync(wish, cancellationToken).ConfigureAwait(false), ledger.Today);
        }

        return answer;
    }

    private async Task<string?> WhyNotAsync(JsonObject request, BasePageWish wish, CancellationToken cancellationToken) => request.Flag("unchecked")
        ? Words.UncheckedNoStore.With(wish.Panel.Id)
        : book.Now.Panels.Any(known => known.Id == wish.Panel.Id)
            ? null   // the book says that the id is taken
            : await keeper.ComplaintAsync(wish, cancellationToken).ConfigureAwait(false);
}

/// <summary>
/// <c>panel.test</c>: asks the card of an enrolled panel what it is, and says whether that fits, or that nothing could be asked of it; also whether it says that it shows something
/// else than the site sends.
/// </summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="probe">Asks cards.</param>
/// <param name="keeper">Knows which of them have a flash.</param>
/// <param name="ledger">How often their flash was written.</param>
internal sealed class PanelTestVerb(SiteBook book, PanelProbe probe, BasePageKeeper keeper, FlashLedger ledger) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "panel.test";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["panel"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var id = request.Text("panel") ?? throw new FormatException(Words.MemberMissing.With("panel"));
        if (book.Now.Panels.FirstOrDefault(panel => panel.Id.Value == id) is not { } panel)
        {
            return ControlAnswers.Refuse(Words.NoSuchPanel.With(id, string.Join(", ", book.Now.Panels.Select(known => known.Id))));
        }

        var found = await probe.AskAsync(panel, cancellationToken).ConfigureAwait(false);
        if (found.Reading is { PlaysOurs: false } other)
        {
            // It may be the right card and be reached at the wrong place.
            found = found with { Complaints = [.. found.Complaints, other.WhyNotOurs ?? Words.PlaysOthers] };
        }

        return new JsonObject
        {
            ["ok"] = true,
            ["fits"] = found.Fits,
            ["unverifiable"] = found.Unverifiable,
            ["complaints"] = ControlAnswers.List(found.Complaints),
            ["card"] = new JsonObject([.. (found.Reading?.Values ?? []).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))]),
            ["flash"] = !keeper.Stores(panel) ? null : BasePageVerb.Flash(await ledger.ReadAsync(panel.Id, cancellationToken).ConfigureAwait(false), ledger.Today),
        };
    }
}
