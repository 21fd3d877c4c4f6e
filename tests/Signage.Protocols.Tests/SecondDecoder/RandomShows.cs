using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>Shows that no author would write: odd faces, every colour, effect, speed, stay and repeat, pictures full of reserved bytes.</summary>
internal static class RandomShows
{
    private static readonly Gen<PanelFace> Faces = Gen.Select(
        Gen.Int[8, 100], Gen.Int[2, 24], Gen.Enum<ColourAbility>(), (width, height, colour) => new PanelFace(new PixelSize(width, height), colour));

    /// <summary>Loops of one to four pages, every value one that the card of the tests has.</summary>
    public static Gen<Show> All { get; } = Faces.SelectMany(face => PageOf(face).Array[1, 4].Select(pages =>
        new Show(face, "onbon/bx-6q2", [.. pages.Select(page => new ShowPage(page, Revision.Blank))])));

    /// <summary>What is needed to see which show failed.</summary>
    public static string Print(Show show) => $"{show.Face}: {string.Join(
        "; ",
        show.Loop.Select(page =>
            $"{page.Picture.Size} {page.Effect} step {page.Step} stay {page.Stay} x{page.Repeat} {Convert.ToHexString(page.Picture.Cells.Span)}"))}";

    private static Gen<Page> PageOf(PanelFace face) =>
        from effect in Gen.Enum<Effect>()
        from width in effect == Effect.ContinuousLeft ? Gen.Int[1, 3 * face.Size.Width] : Gen.Const(face.Size.Width)
        from level in Gen.Int[1, 32]
        from stay in Gen.Int[0, 65_535]
        from repeat in Gen.Int[1, 255]
        from seed in Gen.Int
        select new Page(
            Picture(new PixelSize(width, face.Size.Height), face, seed),
            effect,
            TimeSpan.FromMilliseconds(2 * level),
            TimeSpan.FromMilliseconds(10L * stay),
            repeat);

    private static PixelFrame Picture(PixelSize size, PanelFace face, int seed) => PixelFrame.Create(size, face.Layout, (face.Colour, seed), (cells, made) =>
    {
        var random = new Random(made.seed);
        byte[] reserved = [0xA5, 0xA6, 0x5A, 0x5B, 0x01, 0x02];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = made.Colour switch
            {
                ColourAbility.Seven => (byte)(random.Next(2) * 255),
                _ when random.Next(3) == 0 => reserved[random.Next(reserved.Length)],
                _ => (byte)random.Next(256),
            };
        }
    });
}
