using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Simulator.Tests.Cards.Colorlight;

/// <summary>The player decodes by itself what the adapter wrote, and lights what previews show.</summary>
public sealed class PlayerAgainstReferenceTests
{
    private static Gen<(PanelFace Face, Page[] Pages)> Loops { get; } =
        from width in Gen.Int[1, 20]
        from height in Gen.Int[1, 8]
        from colour in Gen.Enum<ColourAbility>()
        from pages in PageOf(new PanelFace(new PixelSize(2 * width, 2 * height), colour)).Array[1, 4]
        select (new PanelFace(new PixelSize(2 * width, 2 * height), colour), pages);

    [Fact]
    public void Player_WhenAnyShowIsLoaded_HoldsItsPagesAndLightsTheirFrames() => Loops.Sample(
        loop =>
        {
            var player = new TestPlayer(loop.Face.ToString());
            player.Card.Clock.Hold();
            Assert.Equal(200, player.Load(loop.Pages));

            var digest = ShowDigest.Of(loop.Pages);
            var reference = new LoopPlayer(loop.Pages, loop.Face.Size);
            foreach (var moment in Enumerable.Range(0, 12).Select(part => reference.Length * (part / 5.0)))
            {
                player.Card.Clock.Advance(moment - player.Card.Read().SinceStart);
                var reading = player.Card.Read();
                Assert.Equal(digest, reading.Digest);
                Assert.Equal(reference.FrameAt(reading.SinceStart), reading.Glass);
            }
        },
        iter: 150,
        print: loop => $"{loop.Face}: {string.Join("; ", loop.Pages.Select(page => $"{page.Effect} {page.Step} {page.Stay} x{page.Repeat}"))}");

    private static Gen<Page> PageOf(PanelFace face) =>
        from effect in Gen.OneOf(Gen.Const(Effect.Static), Gen.Const(Effect.MoveLeft), Gen.Const(Effect.MoveUp))
        from step in Gen.OneOf(Gen.Const(5), Gen.Const(20), Gen.Const(30))
        from stay in Gen.Int[1, 60]
        from repeat in Gen.Int[1, 4]
        from seed in Gen.Int
        select new Page(Picture(face, seed), effect, TimeSpan.FromMilliseconds(step), TimeSpan.FromMilliseconds(100 * stay), repeat);

    private static PixelFrame Picture(PanelFace face, int seed) => PixelFrame.Create(face.Size, face.Layout, (face.Colour, seed), (cells, made) =>
    {
        var random = new Random(made.seed);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = made.Colour == ColourAbility.Seven ? (byte)(random.Next(2) * 255) : (byte)random.Next(256);
        }
    });
}
