using System.Diagnostics.CodeAnalysis;
using Signage.Core.Programmes;

namespace Signage.Cli.Arguments;

/// <summary>The words for effects on the command line.</summary>
internal static class EffectWords
{
    private static readonly (string Word, Effect Effect)[] Words =
    [
        ("static", Effect.Static),
        ("left", Effect.MoveLeft),
        ("scroll", Effect.ContinuousLeft),
        ("up", Effect.MoveUp),
        ("blink", Effect.Blink),
    ];

    /// <summary>The words, as an author would list them.</summary>
    public static string All => string.Join(", ", Words.Select(pair => pair.Word));

    /// <summary>Reads a word; the long names of the profiles (<c>moveLeft</c>) are understood too.</summary>
    public static bool TryParse(string word, [NotNullWhen(true)] out Effect? effect)
    {
        effect = null;
        foreach (var (known, meaning) in Words)
        {
            if (string.Equals(word, known, StringComparison.OrdinalIgnoreCase)
                || string.Equals(word, meaning.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                effect = meaning;
            }
        }

        return effect is not null;
    }

    /// <summary>The word of an effect.</summary>
    public static string Of(Effect effect) => Words.First(pair => pair.Effect == effect).Word;
}
