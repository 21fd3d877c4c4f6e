using Signage.Cli.Terminal;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Renderer.Previews;
using Signage.Renderer.Shows;

namespace Signage.Cli.Composition;

/// <summary>Typesetting of the Renderer. The font is loaded when first used.</summary>
internal sealed class DrawingRoom : IDrawingRoom, IDisposable
{
    private readonly Lazy<ShowRenderer> _renderer = new();

    /// <inheritdoc />
    public RenderAnswer Render(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities) => _renderer.Value.Render(items, face, abilities);

    /// <inheritdoc />
    public byte[] PlainPng(PixelFrame picture) => PictureFile.Write(picture);

    /// <inheritdoc />
    public byte[] LedPng(PixelFrame picture) => LedDots.Png(picture);

    /// <inheritdoc />
    public byte[] ReviewPng(PixelFrame picture) => LedDots.Holds(picture) ? LedDots.Png(picture) : PictureFile.Write(picture);

    /// <inheritdoc />
    public LedAnimation LedGif(IReadOnlyList<Page> loop, PixelSize face) => Renderer.Previews.LedGif.Of(loop, face);

    /// <inheritdoc />
    public byte[] Sheet(IReadOnlyList<SheetColumn> columns, IReadOnlyList<SheetRow> rows) => ContactSheet.Png(columns, rows);

    /// <inheritdoc />
    public Show ReadPicture(string path, PanelFace face, CardAbilities abilities)
    {
        try
        {
            return PictureShow.Make(PictureFile.Read(File.ReadAllBytes(path), face), face, abilities, ShowStyle.Automatic);
        }
        catch (FormatException wrong)
        {
            throw new UserError(Words.PictureUnusable.With(path, wrong.Message));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_renderer.IsValueCreated)
        {
            _renderer.Value.Dispose();
        }
    }
}
