using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Ports;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Truth;

namespace Browser.Tests.Sites;

/// <summary>Panels for pages to show.</summary>
internal static class Panels
{
    private static readonly DateTimeOffset Started = TimeProvider.System.GetUtcNow();

    /// <summary>A panel for each effect in each layout, with a short loop each.</summary>
    public static IReadOnlyList<PanelView> EveryEffect() =>
        [.. new[] { "20x8x1", "20x8x2", "20x8xrgb" }.SelectMany(face => Enum.GetValues<Effect>().Select(effect => Playing(PanelFace.Parse(face), effect)))];

    /// <summary>A panel for each light.</summary>
    public static IReadOnlyList<PanelView> EveryLight() =>
        [.. Enum.GetValues<PanelLight>().Select(light => Playing(PanelFace.Parse("256x32x1"), Effect.Static, $"{light}".ToLowerInvariant()) with
        {
            Light = light,
            Trouble = light == PanelLight.Lost ? "没有应答 (no answer)" : null,
            Refusal = light switch
            {
                PanelLight.Blanked or PanelLight.BlankedUnverified => "已下达一键黑屏，等待解除 (a blank was ordered; it holds until it is released)",
                PanelLight.Differs => "未经审核的文字，不能上屏; 改放基础节目",
                _ => null,
            },
        })];

    private static PanelView Playing(PanelFace face, Effect effect, string? id = null)
    {
        var show = new Show(face, "onbon/bx-6e2", [.. Loop(face, effect).Select(page => new ShowPage(page, new Revision("charity-03", "携手做慈善，传播真善美。")))]);
        var panel = new Panel(new PanelId(id ?? $"{effect}-{face.Layout}".ToLowerInvariant()), $"东门 {effect} {face.Layout}", "onbon/bx-6e2", face, new Uri("tcp://192.0.2.7:5005"));
        return new PanelView(panel, new PanelTruth(show.Digest, show.Digest, new Seen(Evidence.Acknowledged, null, Started)), PanelLight.Sent)
        {
            Model = "仰邦 BX-6E2",
            Desired = show,
            Playing = show,
            LoopStart = Started,
            Since = Started,
            HeardAt = Started,
            Decision = new Decision(panel.Id, Started, [new LoopItem(show.Pages[0].Revision, ShowStyle.Automatic, "morning")], ["morning"], [], null, false) { Level = Priority.Community },
        };
    }

    /// <summary>A few repetitions, then a page that stands; strips come in two pieces, which move as one.</summary>
    private static IReadOnlyList<Page> Loop(PanelFace face, Effect effect)
    {
        var step = TimeSpan.FromMilliseconds(effect == Effect.Blink ? 4 : 15);
        var stay = TimeSpan.FromMilliseconds(200);
        var still = new Page(Picture(face.Size, face.Layout, 1), Effect.Static, step, stay);
        return effect == Effect.ContinuousLeft
            ? [.. new[] { 13, 31 }.Select(width => new Page(Picture(new PixelSize(width, face.Size.Height), face.Layout, width), effect, step, TimeSpan.Zero))]
            : [new Page(Picture(face.Size, face.Layout, 2), effect, step, stay, Repeat: 2), still];
    }

    /// <summary>Every LED dark or in a pure colour, so that lit and dark are told apart by eye.</summary>
    private static PixelFrame Picture(PixelSize size, PixelLayout layout, int seed) => PixelFrame.Create(size, layout, (Random: new Random(seed), layout), static (cells, state) =>
    {
        state.Random.NextBytes(cells);
        if (state.layout == PixelLayout.Rgb)
        {
            foreach (ref var cell in cells)
            {
                cell = cell < 90 ? byte.MaxValue : byte.MinValue;
            }
        }
    });
}
