using System.Text.Json;

namespace Signage.Protocols.Tests.SecondDecoder.WledState;

/// <summary>
/// A second reading of what a controller is told and asked, from the document of the protocol alone and with nothing of the adapter: which paths there are, which
/// keys a state has, and what each may be. Stricter than the firmware, which passes over what it does not know: a key that is passed over sets nothing.
/// </summary>
internal static class PlainWled
{
    private static readonly string[] Asked =
        ["/json", "/json/state", "/json/info", "/json/si", "/json/eff", "/json/pal", "/json/nodes", "/json/net", "/json/cfg", "/json/live"];

    // The keys of a state whose values the document says. It names others (transition, ps, nl, seg …) without saying what they may be: nothing of ours may send them.
    private static readonly Dictionary<string, Func<JsonElement, bool>> State = new()
    {
        ["on"] = value => IsFlag(value) || (value.ValueKind == JsonValueKind.String && value.GetString() == "t"),
        ["bri"] = value => IsIn(value, 0, 255),
        ["lor"] = value => IsIn(value, 0, 2),
        ["live"] = IsFlag,
        ["v"] = value => value.ValueKind == JsonValueKind.True,
    };

    /// <summary>What a request sets, key by key as JSON; empty where it asks.</summary>
    /// <exception cref="FormatException">A controller has no such path, key or value.</exception>
    public static IReadOnlyDictionary<string, string> Hear(PlainRequest request)
    {
        if (request.Method == "GET")
        {
            Need(Asked.Contains(request.Path), $"a path that can be asked for, not {request.Path}");
            Need(request is { ContentType: null, Body: "" }, "no body to a question");
            return new Dictionary<string, string>();
        }

        Need(request.Method == "POST" && request.Path is "/json" or "/json/state", $"a state told to /json/state, not {request.Method} {request.Path}");
        Need(request.ContentType == "application/json", "a body that says it is JSON");
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            var told = document.RootElement;
            Need(Holds(told), $"known keys, once each and in their ranges: {request.Body}");
            return told.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
        }
        catch (JsonException broken)
        {
            throw new FormatException(broken.Message, broken);
        }
    }

    private static bool Holds(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var members = value.EnumerateObject().ToArray();
        return members.Length > 0
            && members.DistinctBy(member => member.Name).Count() == members.Length
            && members.All(member => State.TryGetValue(member.Name, out var isAllowed) && isAllowed(member.Value));
    }

    private static bool IsFlag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    // Written as a whole number: a controller would cut 1.5 or 1e2 its own way.
    private static bool IsIn(JsonElement value, int least, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && !value.GetRawText().AsSpan().ContainsAnyExceptInRange('0', '9') && number >= least && number <= most;

    private static void Need(bool holds, string what)
    {
        if (!holds)
        {
            throw new FormatException($"Expected {what}.");
        }
    }
}
