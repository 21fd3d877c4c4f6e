using System.Text;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Shows;

/// <summary>What of an author's wishes can be done.</summary>
internal static class ShowRequests
{
    /// <summary>Why a text cannot be drawn whatever the font; null when it can be tried.</summary>
    public static string? TextComplaint(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Words.NoText;
        }

        var position = 1;
        for (var i = 0; i < text.Length; position++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return Words.CharacterBroken.With(position, (int)text[i]);
            }

            i += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>The effect that the card plays for a wish; a sentence when it cannot.</summary>
    public static string? Effect(Effect? wish, LayoutKind kind, CardAbilities abilities, out Effect effect)
    {
        var moves = kind == LayoutKind.Scroll;

        // A text on several pages is read whole however they come, so a wish that the card has not gives way instead of darkening the panel.
        if (kind == LayoutKind.Pages && !(wish is { } wanted && abilities.HasExactly(wanted)))
        {
            wish = Core.Programmes.Effect.Static;
        }

        effect = wish ?? (moves ? Core.Programmes.Effect.ContinuousLeft : Core.Programmes.Effect.Static);
        if (moves && effect != Core.Programmes.Effect.ContinuousLeft)
        {
            return Words.TextOnlyScrolls.With(effect);
        }

        if (!abilities.Effects.TryGetValue(effect, out var plays))
        {
            return Words.EffectNotSupported.With(abilities.ProfileId, effect);
        }

        // A strip and a page have different pictures: a card that plays the one for the other would cut the text or repeat it.
        if (plays == Core.Programmes.Effect.ContinuousLeft != moves)
        {
            return Words.EffectCutsText.With(abilities.ProfileId, effect, plays);
        }

        effect = plays;
        return null;
    }

    /// <summary>How a strip may be used: an author's wish for it stands even where the card cannot, and is then refused by <see cref="Effect"/>.</summary>
    public static StripUse Strip(Effect? wish, CardAbilities abilities) => wish == Core.Programmes.Effect.ContinuousLeft
        ? StripUse.Always
        : abilities.HasExactly(Core.Programmes.Effect.ContinuousLeft) ? StripUse.WhenTooLong : StripUse.Never;

    private static bool HasExactly(this CardAbilities abilities, Effect effect) => abilities.Effects.TryGetValue(effect, out var plays) && plays == effect;
}
