using Signage.Core.Panels;
using Signage.Core.Programmes;

namespace Signage.Core.Review.Drawings;

/// <summary>Words on their way to a panel, as far as an approval has to do with them. Immutable.</summary>
/// <param name="Revision">The words.</param>
/// <param name="PanelId">The panel.</param>
/// <param name="Drawing">How they look there.</param>
/// <param name="At">When, by the site's clock.</param>
public sealed record LitWords(Revision Revision, string PanelId, Drawing Drawing, DateTimeOffset At)
{
    /// <summary>How the author wishes them to be shown.</summary>
    public ShowStyle Style { get; init; } = ShowStyle.Automatic;

    /// <summary>重点时段: true on a key date or at a key place, where more reviews may be asked for.</summary>
    public bool IsKey { get; init; }
}
