using System.Globalization;
using CsCheck;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Tests.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon;

namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>What the adapter writes for a show, the second decoder reads as that very show.</summary>
public sealed class ShowAgreementTests
{
    private const int Shows = 400;

    [Fact]
    public void Encode_WhenAnyShow_ReadsBackAsItsPixelsEffectsAndTimes() =>
        RandomShows.All.Sample(show => Assert.Equal(Expected(show), Decoded(show)), iter: Shows, print: RandomShows.Print);

    [Fact]
    public void Encode_WhenAnyShow_ReadsTheSameInBothDecoders() => RandomShows.All.Sample(
        show =>
        {
            var packet = PlainPacket.Read(Encode(show, []));
            Assert.Equal(FirstCodec.Read(Encode(show, []))!.ToString(), packet.ToString());
            Assert.Equal(FirstCodec.ReadAreas(packet.Data)!.Select(area => area.ToString()), PlainArea.ReadAll(packet.Data).Select(area => area.ToString()));
        },
        iter: Shows,
        print: RandomShows.Print);

    [Fact]
    public void Encode_WhenFieldsAreSetByName_PutsThemWhereThePageSays() => Gen.Select(
        RandomShows.All, Gen.Byte, Gen.Byte, Gen.UShort, Gen.Int[0, 1], Gen.Int[0, 2], Gen.Byte).Sample(
        (show, id, runMode, timeout, all, atOnce, clear) =>
        {
            var area = Assert.Single(PlainArea.ReadAll(PlainPacket.Read(Encode(show, new()
            {
                ["area"] = Text(id),
                ["run-mode"] = Text(runMode),
                ["timeout"] = Text(timeout),
                ["all-programs"] = Text(all),
                ["immediate"] = Text(atOnce),
                ["clear"] = Text(clear),
            })).Data));

            Assert.Equal(
                (id, runMode, timeout, all, 0, atOnce),
                ((byte)area.Id, (byte)area.RunMode, (ushort)area.TimeoutSeconds, area.WithAllProgrammes, area.Programmes.Length, area.PlayAtOnce));
            Assert.All(area.Pages, page => Assert.Equal(clear, page.ClearMode));
        });

    private static string Expected(Show show) => string.Join('\n', show.Loop.SelectMany(page => Windows(page, show.Face)).Prepend($"0,0 {show.Face.Size}"));

    private static string Decoded(Show show)
    {
        var packet = PlainPacket.Read(Encode(show, []));
        Assert.Equal((false, 0xA7, 0), (packet.IsReply, packet.Group, packet.Command));
        var area = Assert.Single(PlainArea.ReadAll(packet.Data));
        var planes = show.Face.Colour switch { ColourAbility.Single => 1, ColourAbility.Dual => 2, ColourAbility.Seven => 3, _ => 0 };
        return string.Join(
            '\n',
            area.Pages.Select(page => Line(
                page.DisplayMode, page.Speed, page.StayHundredths, page.Repeat, page.ValidWidth, PlainPixels.Of(page.Pixels, area.Width, area.Height, planes)))
                .Prepend($"{area.X},{area.Y} {area.Width}x{area.Height}"));
    }

    /// <summary>A page as wide as the face, or a strip cut into as many as it takes.</summary>
    private static IEnumerable<string> Windows(Page page, PanelFace face)
    {
        for (var left = 0; left < page.Picture.Size.Width; left += face.Size.Width)
        {
            var lit = Math.Min(face.Size.Width, page.Picture.Size.Width - left);
            var pixels = new int[face.Size.Height, face.Size.Width];
            for (var y = 0; y < face.Size.Height; y++)
            {
                for (var x = 0; x < lit; x++)
                {
                    var colour = page.Picture[left + x, y];
                    pixels[y, x] = (colour.R << 16) | (colour.G << 8) | colour.B;
                }
            }

            yield return Line(Mode(page.Effect), (int)page.Step.TotalMilliseconds / 2, (int)(page.Stay.TotalMilliseconds / 10), page.Repeat, lit, pixels);
        }
    }

    private static string Line(int mode, int speed, int stay, int repeat, int validWidth, int[,] pixels) =>
        $"mode {mode} speed {speed} stay {stay} repeat {repeat} valid {validWidth}: {PlainPixels.Lit(pixels)}";

    /// <summary>Protocol page, section 6.</summary>
    private static int Mode(Effect effect) => effect switch
    {
        Effect.Static => 1,
        Effect.MoveLeft => 3,
        Effect.ContinuousLeft => 4,
        Effect.MoveUp => 5,
        Effect.Blink => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };

    private static byte[] Encode(Show show, Dictionary<string, string> options) =>
        Assert.Single(new Bx6Adapter().Encode(new PanelCommand.LoadPages(show), TestCards.Q2, show.Face, options));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
