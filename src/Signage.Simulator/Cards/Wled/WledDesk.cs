using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Simulator.Cards.Wled;

/// <summary>The web server of a controller (docs/protocols/wled.md, section 2). What it does not have is answered as the firmware answers what it does not know.</summary>
/// <param name="profile">The card model.</param>
/// <param name="face">The panel's pixels.</param>
internal sealed class WledDesk(DeviceProfile profile, PanelFace face)
{
    private const string Json = "application/json";
    private const int NotImplemented = 4;
    private const int NotJson = 9;
    private const int NoMemory = 3;

    /// <summary>The controller has no memory for a request at this moment.</summary>
    public static WireAnswer.Reply Busy => Error(503, NoMemory);

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="light">What it may change.</param>
    /// <param name="restart">True when the controller was told to restart.</param>
    public WireAnswer.Reply Answer(WireMessage.Request request, WledLight light, out bool restart)
    {
        restart = false;
        var path = request.Path.Split('?')[0].TrimEnd('/');
        return (request.Method, path) switch
        {
            ("GET", _) when Resource(path, light) is { } found => Good(found),
            ("GET", "/presets.json") => Good(new JsonObject { ["0"] = new JsonObject() }),
            ("POST", "/json" or "/json/state") => Change(request.Body, path, light, out restart),
            (_, _) when path.StartsWith("/json/", StringComparison.Ordinal) => Error(501, NotImplemented),
            _ => new WireAnswer.Reply(404, "text/plain", Encoding.ASCII.GetBytes("Not found")),
        };
    }

    private JsonNode? Resource(string path, WledLight light) => path switch
    {
        "/json" => new JsonObject
        {
            ["state"] = WledJson.State(light, face),
            ["info"] = WledJson.Info(light, profile, face),
            ["effects"] = WledJson.Effects(),
            ["palettes"] = WledJson.Palettes(),
        },
        "/json/state" => WledJson.State(light, face),
        "/json/info" => WledJson.Info(light, profile, face),
        "/json/si" => new JsonObject { ["state"] = WledJson.State(light, face), ["info"] = WledJson.Info(light, profile, face) },
        "/json/eff" => WledJson.Effects(),
        "/json/pal" => WledJson.Palettes(),
        _ => null,
    };

    private WireAnswer.Reply Change(ReadOnlyMemory<byte> body, string path, WledLight light, out bool restart)
    {
        restart = false;
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Error(400, NotJson);
            }

            Obey(root, light);
            restart = Is(root, "rb", JsonValueKind.True);
            return Is(root, "v", JsonValueKind.True) ? Good(Resource(path, light)!) : Good(new JsonObject { ["success"] = true });
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is what a name or a text with half a surrogate pair ends in.
            return Error(400, NotJson);
        }
    }

    // In the order of the firmware: the brightness switches on by itself, then the switch counts. Other members change nothing here.
    private static void Obey(JsonElement root, WledLight light)
    {
        if (Number(root, "bri") is { } brightness and >= 0 and <= 255)
        {
            light.Shine((byte)brightness);
        }

        if (Is(root, "on", JsonValueKind.True) || Is(root, "on", JsonValueKind.False))
        {
            light.Switch(Is(root, "on", JsonValueKind.True));
        }
        else if (root.TryGetProperty("on", out var toggle) && toggle.ValueKind == JsonValueKind.String && toggle.ValueEquals("t"))
        {
            light.Switch(!light.IsOn);
        }

        light.Override = Number(root, "lor") ?? light.Override;
        if (Is(root, "live", JsonValueKind.True))
        {
            light.Hold();
        }
        else if (Is(root, "live", JsonValueKind.False))
        {
            light.Leave();
        }
    }

    private static bool Is(JsonElement owner, string member, JsonValueKind kind) => owner.TryGetProperty(member, out var value) && value.ValueKind == kind;

    private static int? Number(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static WireAnswer.Reply Good(JsonNode node) => new(200, Json, Encoding.UTF8.GetBytes(node.ToJsonString()));

    private static WireAnswer.Reply Error(int status, int error) =>
        new(status, Json, Encoding.UTF8.GetBytes(new JsonObject { ["error"] = error }.ToJsonString()));
}
