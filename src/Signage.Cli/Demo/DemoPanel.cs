using Signage.Core.Panels;

namespace Signage.Cli.Demo;

/// <summary>One simulated panel of the demo site.</summary>
/// <param name="Id">Its id at the site.</param>
/// <param name="Name">Where it hangs.</param>
/// <param name="ProfileId">Its card.</param>
/// <param name="Face">Its pixels.</param>
/// <param name="Scheme">The link that it is reached by: serial, tcp, udp, http or mqtt.</param>
internal sealed record DemoPanel(PanelId Id, string Name, string ProfileId, PanelFace Face, string Scheme)
{
    /// <summary>Seven panels: five kinds of link, three kinds of colour, four families of cards.</summary>
    public static IReadOnlyList<DemoPanel> All { get; } =
    [
        new(new PanelId("gate"), "东门条屏", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), "serial"),
        new(new PanelId("hall"), "服务大厅", "onbon/bx-6e2x", PanelFace.Parse("256x32x1"), "tcp"),
        new(new PanelId("square"), "文化广场", "onbon/bx-6e2", PanelFace.Parse("192x64x2"), "mqtt"),
        new(new PanelId("wall"), "宣传栏彩屏", "onbon/bx-6q2", PanelFace.Parse("192x96xrgb"), "tcp"),
        new(new PanelId("yard"), "小区庭院灯阵", "wled/esp32", PanelFace.Parse("64x32xrgb"), "udp"),
        new(new PanelId("desk"), "窗口像素钟", "awtrix/awtrix3-mqtt", PanelFace.Parse("32x8xrgb"), "mqtt"),
        new(new PanelId("lobby"), "大堂全彩屏", "colorlight/c4", PanelFace.Parse("128x64xrgb"), "http"),
    ];
}
