using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Renderer.Tests.Shows;

/// <summary>Invented cards to render for.</summary>
internal static class Cards
{
    public static CardAbilities Able { get; } = With(Enum.GetValues<Effect>().ToDictionary(effect => effect));

    public static CardAbilities With(IReadOnlyDictionary<Effect, Effect> effects) => new(
        "able",
        effects,
        [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40)],
        TimeSpan.FromMilliseconds(20),
        TimeSpan.FromMilliseconds(500),
        TimeSpan.FromSeconds(60));
}
