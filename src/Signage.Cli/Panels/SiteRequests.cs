using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Core.Panels;

namespace Signage.Cli.Panels;

/// <summary>The requests of the control socket, as JSON objects.</summary>
internal static class SiteRequests
{
    /// <summary>What plays at a moment, and for some days after it; or, at the moment alone, the pictures too: <c>pages</c> or <c>glass</c>.</summary>
    public static JsonObject Plan(DateTimeOffset at, string? panel, int? days, string? show = null) => WithoutNulls(new JsonObject
    {
        ["verb"] = "plan",
        ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
        ["panel"] = panel,
        ["days"] = days,
        ["show"] = show,
    });

    /// <summary>What is to be found in a plan: <c>plan.gaps</c> or <c>plan.conflicts</c>.</summary>
    /// <param name="verb">What to look for.</param>
    /// <param name="plan">Where to look, see <see cref="Plan"/>.</param>
    public static JsonObject Look(string verb, JsonObject plan)
    {
        plan["verb"] = verb;
        return plan;
    }

    /// <summary>Enrols a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="isUnchecked">True to enrol it before its card can be asked what it is.</param>
    /// <param name="basePage">The slogan that its flash should hold, or <c>none</c>; null leaves the flash alone.</param>
    /// <param name="mayRemove">True when programmes that the site did not store may be removed.</param>
    public static JsonObject AddPanel(Panel panel, bool isUnchecked, string? basePage, bool mayRemove) => WithoutNulls(new JsonObject
    {
        ["verb"] = "panel.add",
        ["unchecked"] = isUnchecked ? true : null,
        ["base"] = basePage,
        ["remove"] = mayRemove ? true : null,
        ["panel"] = WithoutNulls(new JsonObject
        {
            ["id"] = panel.Id.Value,
            ["name"] = panel.Name,
            ["profile"] = panel.ProfileId,
            ["face"] = panel.Face.ToString(),
            ["endpoint"] = panel.Endpoint.OriginalString,
            ["tags"] = Tags(panel.Tags),
        }),
    });

    /// <summary>Tags as the site reads them; null for none.</summary>
    public static JsonArray? Tags(Tags? tags) => tags is null or { IsEmpty: true } ? null : [.. tags.All.Select(tag => JsonValue.Create(tag))];

    /// <summary>What time it is at the site.</summary>
    /// <param name="confirm">True to vouch for it.</param>
    public static JsonObject Clock(bool confirm) => WithoutNulls(new JsonObject { ["verb"] = "clock", ["confirm"] = confirm ? true : null });

    /// <summary>Takes a slot away.</summary>
    public static JsonObject RemoveSlot(string id) => new() { ["verb"] = "slot.remove", ["slot"] = id };

    /// <summary>Adds a policy of the site.</summary>
    public static JsonObject AddPolicy(JsonObject policy) => new() { ["verb"] = "policy.add", ["policy"] = WithoutNulls(policy) };

    /// <summary>Takes a policy of the site away.</summary>
    public static JsonObject RemovePolicy(string id) => new() { ["verb"] = "policy.remove", ["policy"] = id };

    /// <summary>Asks the card of an enrolled panel what it is.</summary>
    public static JsonObject TestPanel(PanelId panel) => new() { ["verb"] = "panel.test", ["panel"] = panel.Value };

    /// <summary>Lights a test pattern on a panel for some minutes; <c>none</c> ends that.</summary>
    public static JsonObject TestPattern(PanelId panel, string pattern, int? minutes) =>
        WithoutNulls(new JsonObject { ["verb"] = "panel.pattern", ["panel"] = panel.Value, ["pattern"] = pattern, ["minutes"] = minutes });

    /// <summary>Reads the clock inside the card of a panel, or of all, and sets it as well.</summary>
    /// <param name="panel">The panel; null for all.</param>
    /// <param name="set">True to set it.</param>
    public static JsonObject PanelClock(PanelId? panel, bool set) => WithoutNulls(new JsonObject { ["verb"] = "panel.clock", ["panel"] = panel?.Value, ["set"] = set ? true : null });

    /// <summary>Leaves a slogan, or <c>none</c>, in the flash of a panel's card; null asks what is there.</summary>
    public static JsonObject BasePage(PanelId panel, string? basePage, bool mayRemove) => WithoutNulls(new JsonObject
    {
        ["verb"] = "panel.base",
        ["panel"] = panel.Value,
        ["base"] = basePage,
        ["remove"] = mayRemove ? true : null,
    });

    /// <summary>Adds a slot, its members named as in an import file.</summary>
    public static JsonObject AddSlot(JsonObject slot) => new() { ["verb"] = "slot.add", ["slot"] = WithoutNulls(slot) };

    /// <summary>Adds the slots of an event, all or none.</summary>
    public static JsonObject AddEvent(JsonObject entry) => new() { ["verb"] = "event.add", ["event"] = WithoutNulls(entry) };

    /// <summary>Takes the slots of an event away, all or none.</summary>
    public static JsonObject RemoveEvent(string id) => new() { ["verb"] = "event.remove", ["event"] = id };

    /// <summary>Adds many slots, all or none; the verb comes first, because the site reads a request of this length only when it sees it there.</summary>
    public static JsonObject ImportSlots(IEnumerable<JsonObject> slots, bool isCheck) => WithoutNulls(new JsonObject
    {
        ["verb"] = "slot.import",
        ["check"] = isCheck ? true : null,
        ["slots"] = new JsonArray([.. slots]),
    });

    /// <summary>Takes in slogans, each <c>text</c> and perhaps <c>id</c>.</summary>
    public static JsonObject AddSlogans(JsonArray slogans, bool approve, bool decided) => WithoutNulls(new JsonObject
    {
        ["verb"] = "slogan.add",
        ["slogans"] = slogans,
        ["approve"] = approve,
        ["decided"] = decided ? true : null,
    });

    /// <summary>Says in which mood a programme speaks.</summary>
    public static JsonObject SetTone(string programme, string tone) => new() { ["verb"] = "slogan.tone", ["programme"] = programme, ["tone"] = tone };

    /// <summary>Takes in a document of warnings, or only says what it would do.</summary>
    public static JsonObject TakeAlerts(byte[] document, bool preview, bool approve) => WithoutNulls(new JsonObject
    {
        ["verb"] = "alert.take",
        ["document"] = Convert.ToBase64String(document),
        ["preview"] = preview ? true : null,
        ["approve"] = approve ? true : null,
    });

    /// <summary>Approves or ends a warning.</summary>
    public static JsonObject Alert(string verb, string name) => new() { ["verb"] = verb, ["alert"] = name };

    /// <summary>Makes a backup; to the site's own shelf when no path is named.</summary>
    public static JsonObject Backup(string? path) => WithoutNulls(new JsonObject { ["verb"] = "backup", ["path"] = path is null ? null : Path.GetFullPath(path) });

    /// <summary>Gives somebody another code to set a password with.</summary>
    public static JsonObject InviteAgain(string login) => new() { ["verb"] = "people.invite", ["login"] = login };

    /// <summary>What is said for no duty at all, so that nobody takes all away by saying nothing.</summary>
    public const string NoDuty = "none";

    /// <summary>Gives somebody these duties and no others.</summary>
    public static JsonObject GiveDuties(string login, IEnumerable<string> duties) => new() { ["verb"] = "people.duties", ["login"] = login, ["duties"] = new JsonArray([.. duties.Where(duty => duty != NoDuty).Select(duty => JsonValue.Create(duty))]) };

    /// <summary>Asks for a list or a state, without more words.</summary>
    public static JsonObject Plain(string verb) => new() { ["verb"] = verb };

    /// <summary>Darkens panels; none named means all.</summary>
    public static JsonObject Blank(IEnumerable<PanelId> panels) => new()
    {
        ["verb"] = "blank",
        ["panels"] = new JsonArray([.. panels.Select(panel => JsonValue.Create(panel.Value))]),
    };

    /// <summary>Releases a blank.</summary>
    public static JsonObject Resume(int number, string code) => new() { ["verb"] = "resume", ["number"] = number, ["code"] = code };

    private static JsonObject WithoutNulls(JsonObject request)
    {
        foreach (var name in request.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            request.Remove(name);
        }

        return request;
    }
}
