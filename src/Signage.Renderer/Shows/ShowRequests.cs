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
}
