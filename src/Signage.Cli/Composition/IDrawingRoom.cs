using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Renderer.Previews;
using Signage.Renderer.Shows;

namespace Signage.Cli.Composition;

/// <summary>Typesetting and pictures, as far as the command line needs them. Fonts are loaded when first used, so that help stays quick.</summary>
internal interface IDrawingRoom
{
    /// <summary>Typesets texts for a face.</summary>
    RenderAnswer Render(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities);

    /// <summary>A picture as PNG, one pixel for each pixel of the panel.</summary>
    byte[] PlainPng(PixelFrame picture);

    /// <summary>A picture as PNG, drawn as round LEDs on a dark board.</summary>
    byte[] LedPng(PixelFrame picture);

    /// <summary>A picture as PNG for somebody who has to see every pixel of it: as LEDs, or one pixel for each where a PNG does not hold so many LEDs.</summary>
    byte[] ReviewPng(PixelFrame picture);

    /// <summary>A loop as an animated GIF, drawn as round LEDs on a dark board.</summary>
    LedAnimation LedGif(IReadOnlyList<Page> loop, PixelSize face);

    /// <summary>Panels one under the other as PNG, with words beside them.</summary>
    /// <exception cref="ArgumentException">The PNG would be too large.</exception>
    byte[] Sheet(IReadOnlyList<SheetColumn> columns, IReadOnlyList<SheetRow> rows);

    /// <summary>A show of one still picture, read from a file of exactly the size of the face.</summary>
    /// <exception cref="Terminal.UserError">The file is no picture, or of another size.</exception>
    Show ReadPicture(string path, PanelFace face, CardAbilities abilities);
}
