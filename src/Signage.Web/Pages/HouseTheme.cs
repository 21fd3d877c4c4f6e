using MudBlazor;

namespace Signage.Web.Pages;

/// <summary>Colours and letters of the pages. Letters come from the reader's own machine: no request leaves the site.</summary>
internal static class HouseTheme
{
    /// <summary>The theme.</summary>
    public static MudTheme Create() => new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#a61b1b",
            Background = "#f4f2ef",
            Surface = "#ffffff",
            AppbarBackground = "#8f1616",
            AppbarText = "#ffffff",
            TextPrimary = "#1f1b1a",
            TextSecondary = "#5b5350",
            LinesDefault = "#e3ddd8",
            Divider = "#e3ddd8",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#ff9b8f",
            Background = "#141213",
            Surface = "#1e1b1c",
            AppbarBackground = "#2a1516",
            AppbarText = "#fbe9e7",
            TextPrimary = "#f1ecea",
            TextSecondary = "#b9b0ac",
            LinesDefault = "#383233",
            Divider = "#383233",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = ["system-ui", "-apple-system", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif"],
            },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "12px" },
    };
}
