using System.Buffers;
using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Tests.Cards;

/// <summary>The card decodes with its own code and plays with its own player; the reference in Core must agree at every moment.</summary>
public sealed class CardAgainstReferenceTests
{
    private static readonly DeviceProfile Card = new()
    {
        Id = "onbon/bx-6q2",
        Names = new ProfileNames("仰邦 BX-6Q2", "Onbon BX-6Q2"),
        Protocol = "onbon-bx6",
        Delivery = [DeliveryKind.Pages],
        Colours = [ColourAbility.Single, ColourAbility.Dual, ColourAbility.Seven, ColourAbility.Full],
        Face = new FaceLimits(8, 1024, 2, 512, null, EvidenceLevel.Unproven),
        Links = [new LinkDefaults("tcp", 5005)],
        Timing = new ProfileTiming(2000, 3),
        Packets = new PacketLimits(64_512, null, EvidenceLevel.Published),
        Brightness = new BrightnessScale(0, 15),
        Capabilities = new ProfileCapabilities(true, true, true, true, false, false, false),
        Effects =
        [
            new EffectMapping(Effect.Static, 1, EffectFidelity.Exact), new EffectMapping(Effect.MoveLeft, 3, EffectFidelity.Exact),
            new EffectMapping(Effect.ContinuousLeft, 4, EffectFidelity.Exact), new EffectMapping(Effect.MoveUp, 5, EffectFidelity.Exact),
            new EffectMapping(Effect.Blink, 7, EffectFidelity.Exact),
        ],
        Speed = new SpeedScale([.. Enumerable.Range(1, 32).Select(level => new SpeedLevel(level, level * 2000))], 10, EvidenceLevel.Unproven),
        Stay = new StayScale(10, 65_535),
        Settings = new Dictionary<string, string> { ["deviceType"] = "6602" },
        Evidence = new Dictionary<string, EvidenceLevel>(),
    };

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
        var card = SimulatedCards.Create(Card, face, new CardClock(TimeProvider.System));
        card.Clock.Hold();
        var show = new Show(face, Card.Id, [.. pages.Select(page => new ShowPage(page, new Revision("test", page.Picture.Digest.Hex)))]);
        var packet = new Bx6Adapter().Encode(new PanelCommand.LoadPages(show), Card, face, new Dictionary<string, string>())[0];
        var input = new ReadOnlySequence<byte>(packet);
        card.OnBytes(ref input, new ArrayBufferWriter<byte>());
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
