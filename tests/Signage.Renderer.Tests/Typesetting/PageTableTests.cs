using System.Globalization;
using System.Text;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Renderer.Fonts;
using Signage.Renderer.Tests.Golden;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Tests.Typesetting;

/// <summary>Eighteen slogans on faces whose card moves no strip: the pages of each.</summary>
public sealed class PageTableTests
{
    private static readonly string[] Faces = ["32x8xrgb", "64x8xrgb", "64x16x1", "160x16x1", "64x32x1", "128x32x1", "128x64xrgb"];

    [Fact]
    public void Advise_WhenEverySloganOnEveryFaceWithoutStrips_AgreesWithTheTable()
    {
        using var fonts = new LedFonts();
        var table = new StringBuilder();
        foreach (var face in Faces.Select(PanelFace.Parse))
        {
            var advisor = new FitAdvisor(fonts.For(face.Size.Height), 4);
            foreach (var slogan in CharityPack.Instance.Slogans)
            {
                var layout = advisor.Advise(slogan.Text, face.Size, TimeSpan.FromMilliseconds(20), StripUse.Never, out _)!;
                var pages = string.Join(" | ", layout.Pages.Select(lines => string.Join(" / ", lines)));
                table.Append(CultureInfo.InvariantCulture, $"{face} {slogan.Id} {layout.Kind} {layout.Size} {layout.Pages.Count}: {pages}\n");
            }
        }

        GoldenText.AssertSame("pages", table.ToString());
    }
}
