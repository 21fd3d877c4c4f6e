using System.Globalization;
using System.Text;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Renderer.Fonts;
using Signage.Renderer.Tests.Golden;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Tests.Typesetting;

/// <summary>Eighteen slogans on twenty-five faces: how each is set.</summary>
public sealed class LayoutTableTests
{
    private static readonly string[] Faces =
    [
        "64x16x1", "96x16x1", "128x16x1", "160x16x1", "192x16x1", "256x16x1", "320x16x1", "512x16x1",
        "128x32x1", "160x32x1", "192x32x1", "256x32x1", "384x32x1", "256x48x1", "352x80x1", "256x64x1", "512x64x1",
        "64x32x2", "128x64x2", "192x64x2",
        "128x64xrgb", "192x96xrgb", "256x128xrgb", "320x160xrgb", "384x192xrgb",
    ];

    [Fact]
    public void Advise_WhenEverySloganOnEveryFace_AgreesWithTheTable()
    {
        using var font = new LedFont(FontFile.Unifont);
        var advisor = new FitAdvisor(font, 4);
        var table = new StringBuilder();
        foreach (var face in Faces)
        {
            foreach (var slogan in CharityPack.Instance.Slogans)
            {
                var layout = advisor.Advise(slogan.Text, PanelFace.Parse(face).Size, TimeSpan.FromMilliseconds(20), StripUse.WhenTooLong, out _)!;
                table.Append(CultureInfo.InvariantCulture, $"{face} {slogan.Id} {layout.Kind} {layout.Size} {string.Join(" / ", layout.Lines)}\n");
            }
        }

        GoldenText.AssertSame("layouts", table.ToString());
    }
}
