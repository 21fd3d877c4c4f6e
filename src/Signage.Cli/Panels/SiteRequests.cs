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
    public static JsonObject AddPanel(Panel panel) => new()
    {
        ["verb"] = "panel.add",
        ["panel"] = new JsonObject
        {
            ["id"] = panel.Id.Value,
            ["name"] = panel.Name,
            ["profile"] = panel.ProfileId,
            ["face"] = panel.Face.ToString(),
            ["endpoint"] = panel.Endpoint.OriginalString,
        },
    };

    /// <summary>Adds a slot, its members named as in an import file.</summary>
    public static JsonObject AddSlot(JsonObject slot) => new() { ["verb"] = "slot.add", ["slot"] = WithoutNulls(slot) };

    private static JsonObject WithoutNulls(JsonObject request)
    {
        foreach (var name in request.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            request.Remove(name);
        }

        return request;
    }
}
