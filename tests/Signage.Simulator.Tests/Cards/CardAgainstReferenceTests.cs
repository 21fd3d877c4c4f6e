using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Tests.Cards;

/// <summary>The card decodes with its own code and plays with its own player; the reference in Core must agree at every moment.</summary>
public sealed class CardAgainstReferenceTests
{
    private static readonly Gen<PanelFace> Faces = Gen.Select(
        Gen.Int[8, 70], Gen.Int[2, 20], Gen.Enum<ColourAbility>(), (width, height, colour) => new PanelFace(new PixelSize(width, height), colour));

    private static readonly Gen<(PanelFace Face, Page[] Pages)> Loops = Faces.SelectMany(face => Pages(face).Array[1, 4].Select(pages => (face, pages)));

    [Fact]
    public void Glass_WhenAnyLoopIsSent_EqualsTheReferenceAtEveryMoment() => Gen.Select(Loops, Gen.Long[0, 120_000_000].Array[1, 8]).Sample(
        (loop, moments) =>
        {
            var card = Sent(loop.Face, loop.Pages);
            Assert.Equal(ShowDigest.Of(loop.Pages), card.Read().Digest);
            foreach (var moment in moments.Order())
            {
                card.Clock.Advance(TimeSpan.FromMicroseconds(moment) - card.Read().SinceStart is { Ticks: > 0 } ahead ? ahead : TimeSpan.Zero);
                var reading = card.Read();
                Assert.Equal(Effects.FrameAt(loop.Pages, loop.Face.Size, reading.SinceStart).ToString(), reading.Glass.ToString());
            }
        },
        iter: 300);

    [Fact]
    public void Card_WhenPowerCycled_IsDarkAndHoldsNothing()
    {
        var face = PanelFace.Parse("16x8x1");
        var picture = PixelFrame.Create(face.Size, face.Layout, 0, (cells, _) => cells.Fill(0xFF));
        var card = Sent(face, [new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1))]);
        Assert.False(card.Read().Glass.IsDark);
        card.PowerCycle();
        Assert.True(card.Read().Glass.IsDark);
        Assert.Null(card.Read().Digest);
    }

    private static ISimulatedCard Sent(PanelFace face, Page[] pages)
    {
        var card = SimulatedCards.Create(TestCard.Model, face, new CardClock(TimeProvider.System));
        card.Clock.Hold();
        card.Hear(TestCard.Packet(face, pages));
        Assert.Equal(1, card.Read().PacketsTaken);
        return card;
    }

    private static Gen<Page> Pages(PanelFace face) => Gen.Select(
        Gen.Enum<Effect>(), Gen.Int[1, 150], Gen.Int[1, 32], Gen.Int[0, 300], Gen.Int[1, 3], Gen.Int,
        (effect, stripWidth, level, stay, repeat, seed) =>
        {
            var size = effect == Effect.ContinuousLeft ? new PixelSize(stripWidth, face.Size.Height) : face.Size;
            var picture = PixelFrame.Create(size, face.Layout, (face.Colour, seed), (cells, state) =>
            {
                new Random(state.seed).NextBytes(cells);
                for (var i = 0; state.Colour == ColourAbility.Seven && i < cells.Length; i++)
                {
                    cells[i] = cells[i] >= 128 ? (byte)255 : (byte)0;
                }
            });
            return new Page(picture, effect, TimeSpan.FromMilliseconds(2 * level), TimeSpan.FromMilliseconds(10 * stay), repeat);
        });
}
