using CsCheck;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Tests.Vendors.Awtrix;
using Signage.Protocols.Vendors.Awtrix;

namespace Signage.Protocols.Tests.SecondDecoder.Awtrix;

/// <summary>What our writer says, a reader that shares nothing with it understands: the same pages, in order, to the pixel.</summary>
public sealed class ShowAgreementTests
{
    private static readonly Gen<Show> Shows = Gen.Select(Gen.Int[1, 60], Gen.Int, (stay, seed) => TestClocks.Page(
            Core.Frames.PixelFrame.Create(TestClocks.Face.Size, TestClocks.Face.Layout, seed, static (cells, from) => new Random(from).NextBytes(cells)), stay))
        .Array[1, 20].Select(pages => TestClocks.Show("awtrix/awtrix3-mqtt", pages));

    [Fact]
    public void Encode_WhenAnyShow_IsReadAsTheSamePages() => Shows.Sample(
        show =>
        {
            var clock = new PlainClock();
            foreach (var packet in new AwtrixAdapter().Encode(new PanelCommand.LoadPages(show), TestClocks.Mqtt, TestClocks.Face, new Dictionary<string, string>()))
            {
                clock.Hear(packet);
            }

            Assert.Equal(
                show.Loop.Select(page => (Convert.ToHexString(page.Picture.Cells.Span), page.Stay)),
                clock.Apps.Select(app => (Convert.ToHexString(app.Rgb), TimeSpan.FromSeconds(app.Seconds))));
            Assert.All(clock.Apps, app => Assert.Contains(show.Digest.Hex[..8], app.Name, StringComparison.Ordinal));
        },
        iter: 200,
        print: show => string.Join("; ", show.Loop.Select(page => $"{page.Stay} {Convert.ToHexString(page.Picture.Cells.Span)}")));
}
