using System.Text.Json.Nodes;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;

namespace Signage.Simulator.Cards.Wled;

/// <summary>What a controller tells of itself in JSON: the keys that clients read, in the names of the firmware (docs/protocols/wled.md, section 2).</summary>
internal static class WledJson
{
    private const string Version = "16.0.0-simulated";
    private const string Address = "02005e100001";
    private const int Rgb = 1;

    /// <summary>The state.</summary>
    public static JsonObject State(WledLight light, PanelFace face) => new()
    {
        ["on"] = light.IsOn,
        ["bri"] = light.Brightness,
        ["transition"] = 0,
        ["ps"] = -1,
        ["pl"] = -1,
        ["nl"] = new JsonObject { ["on"] = false, ["dur"] = 60, ["mode"] = 1, ["tbri"] = 0, ["rem"] = -1 },
        ["udpn"] = new JsonObject { ["send"] = false, ["recv"] = true },
        ["lor"] = light.Override,
        ["mainseg"] = 0,
        ["seg"] = new JsonArray(Segment(face)),
    };

    /// <summary>The info.</summary>
    public static JsonObject Info(WledLight light, DeviceProfile profile, PanelFace face) => new()
    {
        ["ver"] = Version,
        ["vid"] = 2_605_010,
        ["leds"] = new JsonObject
        {
            ["count"] = face.Size.Width * face.Size.Height,
            ["pwr"] = 0,
            ["fps"] = 42,
            ["maxpwr"] = 0,
            ["maxseg"] = 1,
            ["matrix"] = new JsonObject { ["w"] = face.Size.Width, ["h"] = face.Size.Height },
            ["seglc"] = new JsonArray(Rgb),
            ["lc"] = Rgb,
            ["rgbw"] = false,
            ["wv"] = false,
            ["cct"] = false,
        },
        ["str"] = false,
        ["name"] = profile.Names.En,
        ["udpport"] = 21_324,
        ["live"] = light.Live != WledLive.None,
        ["liveseg"] = -1,
        ["lm"] = light.Live == WledLive.Ddp ? "DDP" : "",
        ["lip"] = "",
        ["ws"] = -1,
        ["fxcount"] = 1,
        ["palcount"] = 1,
        ["wifi"] = new JsonObject { ["bssid"] = "02:00:5E:10:00:02", ["rssi"] = -50, ["signal"] = 100, ["channel"] = 1 },
        ["fs"] = new JsonObject { ["u"] = 0, ["t"] = 0, ["pmt"] = 0 },
        ["ndc"] = -1,
        ["arch"] = profile.Id.EndsWith("esp8266", StringComparison.Ordinal) ? "esp8266" : "esp32",
        ["uptime"] = 0,
        ["opt"] = 0,
        ["brand"] = "WLED",
        ["product"] = "FOSS",
        ["mac"] = Address,
        ["ip"] = "",
    };

    /// <summary>The names of its effects; it has one.</summary>
    public static JsonArray Effects() => new("Solid");

    /// <summary>The names of its palettes; it has one.</summary>
    public static JsonArray Palettes() => new("Default");

    private static JsonObject Segment(PanelFace face) => new()
    {
        ["id"] = 0,
        ["start"] = 0,
        ["stop"] = face.Size.Width,
        ["startY"] = 0,
        ["stopY"] = face.Size.Height,
        ["len"] = face.Size.Width,
        ["grp"] = 1,
        ["spc"] = 0,
        ["of"] = 0,
        ["on"] = true,
        ["frz"] = false,
        ["bri"] = 255,
        ["col"] = new JsonArray(new JsonArray(255, 160, 0), new JsonArray(0, 0, 0), new JsonArray(0, 0, 0)),
        ["fx"] = 0,
        ["sx"] = 128,
        ["ix"] = 128,
        ["pal"] = 0,
        ["sel"] = true,
        ["rev"] = false,
        ["mi"] = false,
    };
}
