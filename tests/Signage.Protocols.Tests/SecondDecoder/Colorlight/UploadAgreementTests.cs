using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Tests.Vendors.Colorlight;
using Signage.Protocols.Vendors.Colorlight;

namespace Signage.Protocols.Tests.SecondDecoder.Colorlight;

/// <summary>What the adapter writes means the same to a reader who knows only the wire's page.</summary>
public sealed class UploadAgreementTests
{
    private static Gen<Show> Shows { get; } =
        from width in Gen.Int[1, 60]
        from height in Gen.Int[1, 20]
        from colour in Gen.Enum<ColourAbility>()
        from pages in PageOf(new PanelFace(new PixelSize(2 * width, 2 * height), colour)).Array[1, 4]
        select new Show(new PanelFace(new PixelSize(2 * width, 2 * height), colour), TestPlayers.Moving.Id, [.. pages.Select(page => new ShowPage(page, Revision.Blank))]);

    [Fact]
    public void Upload_WhenAnyShow_MeansTheSameToBoth() => Shows.Sample(
        show =>
        {
            var expected = show.Loop.SelectMany((page, index) => Enumerable.Repeat(Expected(page, index), page.Repeat)).ToArray();
            var read = Read(show).Select(picture => (picture.Rgb, picture.Duration, picture.EffectType, picture.EffectTime)).ToArray();
            Assert.Equal(expected, read);
        },
        iter: 300,
        print: show => $"{show.Face}: {string.Join("; ", show.Loop.Select(page => $"{page.Effect} {page.Step} {page.Stay} x{page.Repeat}"))}");

    [Fact]
    public void Upload_WhenThePagesAreEqual_GivesEachAFileOfItsOwn()
    {
        var picture = PixelFrame.ParseRgb("RG\nBY");
        var names = Read(TestPlayers.Show(PanelFace.Parse("2x2xrgb"), picture, picture)).Select(item => item.File);
        Assert.Equal(2, names.Distinct().Count());
    }

    [Fact]
    public void Read_WhenTheUploadWasMadeByAnother_TakesIt()
    {
        var request = Assert.IsType<WireMessage.Request>(Assert.Single(new ColorlightAdapter().Messages(ByteVector.Named("colorlight-player", "upload-4x2").Bytes)));
        var item = Assert.Single(PlainUpload.Read(request.Path, request.ContentType!, request.Body.ToArray()));
        Assert.Equal("FF000000FF000000FFFFFFFF000000804020010203FFFF00", item.Rgb);
        Assert.Equal((5_000, 0, 0), (item.Duration, item.EffectType, item.EffectTime));
    }

    [Fact]
    public void Upload_WhenThePixelsHoldTheBoundary_TakesAnotherOne()
    {
        var face = PanelFace.Parse("64x2xrgb");
        var plain = TestPlayers.Show(face, PixelFrame.Dark(face.Size, face.Layout));
        var name = Request(plain).Path.Split('/')[^1][..^4];
        var parts = new[] { new Protocols.Vendors.Colorlight.Wire.FormPart("f1", "x", "y", System.Text.Encoding.ASCII.GetBytes($"..--signage-{name}..")) };
        Assert.Equal($"signage-{name}x", Protocols.Vendors.Colorlight.Wire.MultipartForm.Boundary($"signage-{name}", parts));
    }

    private static (string Rgb, int Duration, int EffectType, int EffectTime) Expected(Page page, int index)
    {
        var (width, height) = (page.Picture.Size.Width, page.Picture.Size.Height);
        var rgb = string.Concat(Enumerable.Range(0, width * height).Select(i => page.Picture[i % width, i / width]).Select(light => $"{light.R:X2}{light.G:X2}{light.B:X2}"));
        var (step, stay) = ((int)page.Step.TotalMilliseconds, (int)page.Stay.TotalMilliseconds);
        return page.Effect switch
        {
            Effect.MoveUp => (rgb, (step * height) + stay, 20, step * height),
            Effect.MoveLeft => (rgb, (step * width) + stay, 22, step * width),
            _ => (rgb, Math.Max(1, stay), 0, step == 20 ? 0 : step * width),
        };
    }

    private static IReadOnlyList<PlainPicture> Read(Show show)
    {
        var request = Request(show);
        return PlainUpload.Read(request.Path, request.ContentType!, request.Body.ToArray());
    }

    private static WireMessage.Request Request(Show show)
    {
        var step = new ColorlightAdapter().Begin(new PanelCommand.LoadPages(show), TestPlayers.Moving, show.Face).Start(LineHistory.Unknown);
        return Assert.IsType<WireMessage.Request>(Assert.IsType<DialogueStep.Send>(step).Message);
    }

    private static Gen<Page> PageOf(PanelFace face) =>
        from effect in Gen.OneOf(Gen.Const(Effect.Static), Gen.Const(Effect.MoveLeft), Gen.Const(Effect.MoveUp))
        from step in Gen.OneOf(Gen.Const(5), Gen.Const(20), Gen.Const(30))
        from stay in Gen.Int[0, 600]
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
