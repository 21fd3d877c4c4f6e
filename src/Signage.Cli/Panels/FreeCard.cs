using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Cli.Panels;

/// <summary>A card without limits, for previews where no model was named: nothing is rounded and every effect is exact.</summary>
internal static class FreeCard
{
    /// <summary>Its abilities.</summary>
    public static CardAbilities Abilities { get; } = new(
        "preview",
        Enum.GetValues<Effect>().ToDictionary(effect => effect),
        [.. Enumerable.Range(1, 100).Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))],
        TimeSpan.FromMilliseconds(20),
        TimeSpan.FromMilliseconds(1),
        TimeSpan.FromHours(1));
}
