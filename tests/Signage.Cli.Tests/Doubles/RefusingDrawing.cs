using Signage.Cli.Composition;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Renderer.Previews;
using Signage.Renderer.Shows;

namespace Signage.Cli.Tests.Doubles;

/// <summary>A renderer without a font: it refuses every text, and its pictures are their own drawing.</summary>
internal sealed class RefusingDrawing : IDrawingRoom
{
    public List<PixelFrame> Drawn { get; } = [];

    public List<string> Texts { get; } = [];

    public List<string> Labels { get; } = [];

    public RenderAnswer Render(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities)
    {
        Texts.AddRange(items.Select(item => item.Revision.Text));
        return new RenderAnswer.Refused([.. items.Select(item => $"{item.Revision.ItemId}: 第 3 个字符 '𠮷' (U+20BB7): no glyph")]);
    }

    public byte[] PlainPng(PixelFrame picture) => LedPng(picture);

    public byte[] ReviewPng(PixelFrame picture) => LedPng(picture);

    public byte[] LedPng(PixelFrame picture)
    {
        Drawn.Add(picture);
        return [0x89, 0x50];
    }

    public LedAnimation LedGif(IReadOnlyList<Page> loop, PixelSize face) => Signage.Renderer.Previews.LedGif.Of(loop, face);

    public byte[] Sheet(IReadOnlyList<SheetColumn> columns, IReadOnlyList<SheetRow> rows)
    {
        Labels.AddRange(rows.Select(row => row.Text));
        return [0x89, 0x50];
    }

    public Show ReadPicture(string path, PanelFace face, CardAbilities abilities) => throw new FileNotFoundException($"{path}: no such file.");
}
