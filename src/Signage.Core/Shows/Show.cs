using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;

namespace Signage.Core.Shows;

/// <summary>
/// 上屏内容: a decision rendered for one face and one card model, an ordered loop of pages. Effect, step and stay are already values that the
/// card can express. Only the renderer makes one; it goes to a panel only through the gate.
/// </summary>
public sealed record Show
{
    internal Show(PanelFace face, string profileId, IReadOnlyList<ShowPage> pages)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Count == 0)
        {
            throw new ArgumentException("A show has at least one page; a dark panel is a page without light.", nameof(pages));
        }

        foreach (var (page, _) in pages)
        {
            if (page.Picture.Layout != face.Layout || page.Picture.Size.Height != face.Size.Height
                || (page.Effect != Effect.ContinuousLeft && page.Picture.Size.Width != face.Size.Width))
            {
                throw new ArgumentException($"A {page.Effect} page of {page.Picture.Size} {page.Picture.Layout} does not fit the face {face}.", nameof(pages));
            }
        }

        Face = face;
        ProfileId = profileId;
        Pages = pages;
        Loop = [.. pages.Select(stamped => stamped.Page)];
        Digest = ShowDigest.Of(Loop);
    }

    /// <summary>The face that it was rendered for.</summary>
    public PanelFace Face { get; }

    /// <summary>The card model whose values it was rounded to.</summary>
    public string ProfileId { get; }

    /// <summary>The pages in loop order with their revisions; at least one.</summary>
    public IReadOnlyList<ShowPage> Pages { get; }

    /// <summary>The pages without their stamps: what goes to a card and what <see cref="Effects"/> plays.</summary>
    public IReadOnlyList<Page> Loop { get; }

    /// <summary>Names what it looks like.</summary>
    public ShowDigest Digest { get; }

    /// <summary>True when no page lights a pixel.</summary>
    public bool IsDark => Loop.All(page => page.Picture.IsDark);
}
