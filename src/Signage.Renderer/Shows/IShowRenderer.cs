using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;

namespace Signage.Renderer.Shows;

/// <summary>Turns what was decided into the pages of one face and one card model. The only maker of shows. Thread-safe.</summary>
public interface IShowRenderer
{
    /// <summary>Renders the loop of a decision; an empty loop becomes one dark page stamped as blank.</summary>
    RenderAnswer Render(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities);

    /// <summary>Why a text can be lit on no panel at all: it is no text, or has characters without a glyph. Empty when it can be tried.</summary>
    IReadOnlyList<string> Complaints(string text);
}
