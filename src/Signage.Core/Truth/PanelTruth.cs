using Signage.Core.Shows;

namespace Signage.Core.Truth;

/// <summary>The three facts about a panel, never mixed: 应显 what the plan decides now, 已发 what the card last acknowledged, 实显 what is seen.</summary>
/// <param name="Desired">The show decided for now; null before the first decision.</param>
/// <param name="Sent">The show last acknowledged by the card; null when nothing was, or when the card may have forgotten it.</param>
/// <param name="Seen">What is known of the glass.</param>
public sealed record PanelTruth(ShowDigest? Desired, ShowDigest? Sent, Seen Seen)
{
    /// <summary>Before anything was decided or sent.</summary>
    public static PanelTruth Unknown { get; } = new(null, null, Seen.Nothing);
}
