using System.Text;
using Signage.Core.Programmes;
using Signage.Core.Shows;
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
            return "没有文字 (there is no text; to darken a panel use blank)";
        }

        var position = 1;
        for (var i = 0; i < text.Length; position++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return $"第 {position} 个字符 U+{(int)text[i]:X4} 不完整 (character {position} is half of a surrogate pair)";
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
            return $"文字太长，一屏放不下，只能连续左移 (the text is too long to stand still on this face; only a continuous move shows all of it, not {effect})";
        }

        if (!abilities.Effects.TryGetValue(effect, out var plays))
        {
            return $"{abilities.ProfileId} 不支持特技 {effect} (this card has no effect {effect})";
        }

        // A strip and a page have different pictures: a card that plays the one for the other would cut the text or repeat it.
        if (plays == Core.Programmes.Effect.ContinuousLeft != moves)
        {
            return $"{abilities.ProfileId} 会把特技 {effect} 播成 {plays}，文字会不完整 (this card plays {plays} for {effect}, which would not show the text whole)";
        }

        effect = plays;
        return null;
    }
}
