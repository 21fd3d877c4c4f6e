using System.Numerics;
using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Renderer.Fonts;
using Signage.Renderer.Shows;

namespace Signage.Renderer.Tests.Shows;

/// <summary>Whatever the words and the face: a page is refused or lights every dot of every character.</summary>
public sealed class WholeTextProperties
{
    private const string Letters = "慈善遂宁，。　“”aW8 ！";

    [Fact]
    public void Render_WhenAnyTextOnAnyFace_NeverCutsACharacter()
    {
        using var font = new LedFont(FontFile.Unifont);
        using var renderer = new ShowRenderer();
        var words = Gen.Int[0, Letters.Length - 1].Array[1, 30].Select(picks => string.Concat(picks.Select(pick => Letters[pick])));
        var faces = Gen.Select(Gen.Int[1, 400], Gen.Int[16, 200], Gen.Enum<ColourAbility>())
            .Select((width, height, colour) => new PanelFace(new PixelSize(width, height), colour));
        Gen.Select(words.Where(text => !string.IsNullOrWhiteSpace(text)), faces).Sample((text, face) =>
        {
            var item = new LoopItem(new Revision("x", text), ShowStyle.Automatic, "s");
            var rendered = (RenderAnswer.Rendered)renderer.Render([item], face, Cards.Able);
            var scale = rendered.Layouts[0].Size / FontFile.Unifont.Cell;
            var expected = font.Cells(text).Sum(cell => cell.Rows.Sum(row => BitOperations.PopCount(row))) * scale * scale;
            return Lit(rendered.Show.Loop[0].Picture) == expected;
        }, iter: 300);
    }

    /// <summary>Text is red: a bit each in the packed layouts, one full byte each in RGB.</summary>
    private static int Lit(PixelFrame picture) => picture.Layout == PixelLayout.Rgb
        ? picture.Cells.Span.Count((byte)255)
        : picture.Cells.ToArray().Sum(cell => BitOperations.PopCount(cell));
}
