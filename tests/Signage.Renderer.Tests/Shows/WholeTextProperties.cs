using System.Numerics;
using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Renderer.Fonts;
using Signage.Renderer.Shows;

namespace Signage.Renderer.Tests.Shows;

/// <summary>Whatever the words, the face and the card: a text is refused or every dot of every character is lit.</summary>
public sealed class WholeTextProperties
{
    private const string Letters = "慈善遂宁，。　“”aW8 ！";

    public static TheoryData<string> Abilities => ["every effect", "still pages only"];

    [Theory]
    [MemberData(nameof(Abilities))]
    public void Render_WhenAnyTextOnAnyFace_NeverCutsACharacter(string abilities)
    {
        var card = abilities == "every effect" ? Cards.Able : Cards.With(new Dictionary<Effect, Effect> { [Effect.Static] = Effect.Static });
        using var fonts = new LedFonts();
        using var renderer = new ShowRenderer();
        var words = Gen.Int[0, Letters.Length - 1].Array[1, 30].Select(picks => string.Concat(picks.Select(pick => Letters[pick])));
        var faces = Gen.Select(Gen.Int[1, 400], Gen.OneOf(Gen.Int[8, 15], Gen.Int[16, 200]), Gen.Enum<ColourAbility>())
            .Select((width, height, colour) => new PanelFace(new PixelSize(width, height), colour));
        Gen.Select(words.Where(text => !string.IsNullOrWhiteSpace(text)), faces).Sample((text, face) =>
        {
            var item = new LoopItem(new Revision("x", text), ShowStyle.Automatic, "s");
            if (renderer.Render([item], face, card) is not RenderAnswer.Rendered rendered)
            {
                // Only what stands still needs a face that is as wide as a character.
                return card != Cards.Able && face.Size.Width < 16;
            }

            var font = fonts.For(face.Size.Height);
            var scale = rendered.Layouts[0].Size / font.File.Cell;
            var expected = font.Cells(text).Sum(cell => cell.Rows.Sum(row => BitOperations.PopCount(row))) * scale * scale;
            return rendered.Show.Loop.Sum(page => Lit(page.Picture)) == expected;
        }, iter: 300);
    }

    /// <summary>Text is red: a bit each in the packed layouts, one full byte each in RGB.</summary>
    private static int Lit(PixelFrame picture) => picture.Layout == PixelLayout.Rgb
        ? picture.Cells.Span.Count((byte)255)
        : picture.Cells.ToArray().Sum(cell => BitOperations.PopCount(cell));
}
