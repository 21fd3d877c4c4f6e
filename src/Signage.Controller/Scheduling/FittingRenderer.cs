using System.Collections.Concurrent;
using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Renderer.Shows;

namespace Signage.Controller.Scheduling;

/// <summary>
/// Draws what the card can be told: where a strip or pages are larger than the card's packets, the same words stand on fewer pages, in smaller characters. Words
/// that are small are better than a dark panel. An author who asked for a strip gets a strip, or the card's refusal. Thread-safe.
/// </summary>
/// <param name="inner">Draws.</param>
/// <param name="rules">Know what cards can be told.</param>
public sealed class FittingRenderer(IShowRenderer inner, PanelRules rules) : IShowRenderer
{
    private const int MostKept = 512;

    // Asked in every round for every panel, and the answer for a show never changes: its digest names every pixel of it, the face and so the card's colours.
    private readonly ConcurrentDictionary<(string Model, ShowDigest Show), int?> _pages = new();

    /// <inheritdoc />
    public RenderAnswer Render(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities)
    {
        ArgumentNullException.ThrowIfNull(abilities);
        var answer = inner.Render(items, face, abilities);
        if (answer is not RenderAnswer.Rendered { Show: var show })
        {
            return answer;
        }

        if (_pages.Count >= MostKept)
        {
            _pages.Clear();
        }

        return _pages.GetOrAdd((show.ProfileId, show.Digest), _ => rules.Misfit(show) is null ? null : Pages(items, face, abilities)) is { } pages
            ? inner.Render(items, face, abilities.Still(pages))
            : answer;
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Complaints(string text) => inner.Complaints(text);

    /// <summary>The most pages a text that the card holds; null when even one is too much, or when they may not be drawn so.</summary>
    private int? Pages(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities)
    {
        for (var pages = abilities.MostPages; pages > 0; pages--)
        {
            if (inner.Render(items, face, abilities.Still(pages)) is not RenderAnswer.Rendered still)
            {
                return null;
            }

            if (rules.Misfit(still.Show) is null)
            {
                return pages;
            }
        }

        return null;
    }
}
