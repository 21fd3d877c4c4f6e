using Signage.Core.Panels;

namespace Signage.Cli.Demo;

/// <summary>One simulated panel of the demo site.</summary>
/// <param name="Id">Its id at the site.</param>
/// <param name="Name">Where it hangs.</param>
/// <param name="ProfileId">Its card.</param>
/// <param name="Face">Its pixels.</param>
/// <param name="Scheme">The link that it is reached by: serial, tcp or mqtt.</param>
internal sealed record DemoPanel(PanelId Id, string Name, string ProfileId, PanelFace Face, string Scheme)
{
    /// <summary>Four panels: three kinds of link, three kinds of colour, three cards.</summary>
    public static IReadOnlyList<DemoPanel> All { get; } =
    [
        new(new PanelId("gate"), "东门条屏", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), "serial"),
        new(new PanelId("hall"), "服务大厅", "onbon/bx-6e2x", PanelFace.Parse("256x32x1"), "tcp"),
        new(new PanelId("square"), "文化广场", "onbon/bx-6e2", PanelFace.Parse("192x64x2"), "mqtt"),
        new(new PanelId("wall"), "宣传栏彩屏", "onbon/bx-6q2", PanelFace.Parse("192x96xrgb"), "tcp"),
    ];
}
