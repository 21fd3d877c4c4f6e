using Signage.Core.Panels;

namespace Year.Tests.Sites;

/// <summary>Eight panels: every family of cards, faces of all kinds, and tags that cross each other.</summary>
internal static class YearPanels
{
    /// <summary>Tags that panels carry, and one that none does.</summary>
    public static readonly string[] Tags = ["户外", "室内", "临街", "大厅", "cards", "nobody"];

    /// <summary>The panels.</summary>
    public static IReadOnlyList<Panel> All { get; } =
    [
        Make("gate-east", "onbon/bx-6e2", "160x16x1", "tcp://192.0.2.1:5005", "户外 临街"),
        Make("gate-west", "onbon/bx-6e2x", "128x32x2", "tcp://192.0.2.2:5005", "户外 cards"),
        Make("hall", "onbon/bx-6q2", "192x48x3", "tcp://192.0.2.3:5005", "室内 大厅"),
        Make("square", "colorlight/c4", "256x64xrgb", "http://192.0.2.4", "户外 大厅"),
        Make("lift", "awtrix/awtrix3-http", "32x8xrgb", "http://192.0.2.5", "室内"),
        Make("window", "wled/esp32", "64x16xrgb", "udp://192.0.2.6:4048", "室内 临街"),
        Make("canteen", "ddp/matrix", "96x16xrgb", "udp://192.0.2.7:4048", "室内 cards"),
        Make("bridge", "wled/esp8266", "48x16xrgb", "udp://192.0.2.8:4048", ""),
    ];

    private static Panel Make(string id, string profile, string face, string endpoint, string tags) =>
        new(new PanelId(id), id, profile, PanelFace.Parse(face), new Uri(endpoint)) { Tags = Signage.Core.Panels.Tags.Parse(tags) };
}
