using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Core.Panels;

namespace Signage.Cli.Panels;

/// <summary>The requests of the control socket, as JSON objects.</summary>
internal static class SiteRequests
{
    /// <summary>What plays at a moment, and for some days after it.</summary>
    public static JsonObject Plan(DateTimeOffset at, string? panel, int? days) => WithoutNulls(new JsonObject
    {
        ["verb"] = "plan",
        ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
        ["panel"] = panel,
        ["days"] = days,
    });

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
        ["panel"] = new JsonObject
        {
            ["id"] = panel.Id.Value,
            ["name"] = panel.Name,
            ["profile"] = panel.ProfileId,
            ["face"] = panel.Face.ToString(),
            ["endpoint"] = panel.Endpoint.OriginalString,
        },
    });

    /// <summary>Asks the card of an enrolled panel what it is.</summary>
    public static JsonObject TestPanel(PanelId panel) => new() { ["verb"] = "panel.test", ["panel"] = panel.Value };

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

    /// <summary>Takes in slogans, each <c>text</c> and perhaps <c>id</c>.</summary>
    public static JsonObject AddSlogans(JsonArray slogans, bool approve) => new() { ["verb"] = "slogan.add", ["slogans"] = slogans, ["approve"] = approve };

    /// <summary>Makes a backup; to the site's own shelf when no path is named.</summary>
    public static JsonObject Backup(string? path) => WithoutNulls(new JsonObject { ["verb"] = "backup", ["path"] = path is null ? null : Path.GetFullPath(path) });

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
