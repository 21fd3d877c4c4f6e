using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Controller.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;
using Signage.Renderer.Typesetting;
using Signage.Transports.Links;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>Texts whose strip no packet of the card holds.</summary>
public sealed class FittingRendererTests : IDisposable
{
    private static readonly ProfileCatalog Catalog =
        new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;

    private readonly ShowRenderer _drawing = new();
    private readonly PanelRules _rules = new(new FleetWires(Catalog, SiteHost.Adapters(), new PanelTransports([]), "", NullLogger.Instance));

    /// <inheritdoc />
    public void Dispose() => _drawing.Dispose();

    /// <summary>52 characters of a warning. On the wall a page takes 55 kB and a packet holds one; elsewhere nothing changes.</summary>
    [Theory]
    [InlineData("onbon/bx-6q2", "192x96xrgb", LayoutKind.Lines, 1)]
    [InlineData("onbon/bx-6q2", "192x64x2", LayoutKind.Pages, 2)]
    [InlineData("onbon/bx-6e2", "160x16x1", LayoutKind.Scroll, 1)]
    public void Render_WhenTheStripIsTooLargeForTheCard_StandsOnPagesThatAreNot(string model, string face, LayoutKind kind, int pages)
    {
        var rendered = Render(model, face, ShowStyle.Automatic);
        Assert.Equal((kind, pages), (rendered.Layouts[0].Kind, rendered.Show.Pages.Count));
        Assert.Null(_rules.Misfit(rendered.Show));
    }

    [Fact]
    public void Render_WhenAStripWasAskedFor_StaysAStripAndIsRefusedByTheCard() =>
        Assert.NotNull(_rules.Misfit(Render("onbon/bx-6q2", "192x96xrgb", new ShowStyle(Effect.ContinuousLeft)).Show));

    private RenderAnswer.Rendered Render(string model, string face, ShowStyle style)
    {
        Assert.True(Catalog.TryFind(model, out var profile));
        var words = new Revision("w", "【暴雨】船山区气象台发布暴雨红色预警信号。请立即停止户外活动，远离河道、涵洞和低洼地带，听从社区安排转移。");
        return Assert.IsType<RenderAnswer.Rendered>(new FittingRenderer(_drawing, _rules).Render([new LoopItem(words, style, "s")], PanelFace.Parse(face), profile!.ToAbilities()));
    }
}
