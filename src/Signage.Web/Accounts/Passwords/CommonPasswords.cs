using System.Text.Json;

namespace Signage.Web.Accounts.Passwords;

/// <summary>
/// Passwords that are tried first everywhere (of the npm package <c>@zxcvbn-ts/language-common</c>, MIT), and what a password is worth beyond them. Nothing is ever added to it. Thread-safe.
/// </summary>
internal sealed class CommonPasswords
{
    private const int Shortest = 4;
    private const int WordWeight = 2;
    private static readonly (char From, char To)[] Swaps = [('@', 'a'), ('4', 'a'), ('3', 'e'), ('1', 'i'), ('!', 'i'), ('0', 'o'), ('$', 's'), ('5', 's'), ('7', 't')];
    private readonly HashSet<string> _words;
    private readonly int _longest;

    private CommonPasswords(HashSet<string> words) => (_words, _longest) = (words, words.Max(word => word.Length));

    /// <summary>Reads the list that is built in.</summary>
    public static CommonPasswords Load()
    {
        using var list = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.json")!;
        return new CommonPasswords([.. JsonSerializer.Deserialize<string[]>(list)!]);
    }

    /// <summary>
    /// How many letters somebody would have to guess who knows the list: each word of it counts as two, every other letter as one, and a text that repeats itself as its first part. Capitals and the usual
    /// swaps (0 for o, @ for a) make nothing better. A password is at most 128 letters, so that this is quick.
    /// </summary>
    /// <param name="password">The password.</param>
    /// <param name="known">What else is known to everybody, such as the login name.</param>
    public int Weight(string password, params IReadOnlyList<string> known)
    {
        var plain = password.ToLowerInvariant();
        var unit = plain[..Period(plain)];
        HashSet<string> names = [.. known.Select(name => name.ToLowerInvariant()).Where(name => name.Length >= 2)];
        return Math.Min(Cheapest(unit, names), Cheapest(Swapped(unit), names));
    }

    // The cheapest way through the text, letter by letter.
    private int Cheapest(string text, HashSet<string> names)
    {
        var cost = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            cost[end] = cost[end - 1] + 1;
            for (var length = 2; length <= end; length++)
            {
                var word = text.Substring(end - length, length);
                if ((length >= Shortest && length <= _longest && _words.Contains(word)) || names.Contains(word))
                {
                    cost[end] = Math.Min(cost[end], cost[end - length] + WordWeight);
                }
            }
        }

        return cost[^1];
    }

    private static string Swapped(string text) => string.Concat(text.Select(letter => Swaps.FirstOrDefault(swap => swap.From == letter) is { To: not '\0' } swap ? swap.To : letter));

    // The shortest part whose repetition the text is, cut off anywhere: 3 of abcabcabcab.
    private static int Period(string text)
    {
        for (var period = 1; period <= text.Length / 2; period++)
        {
            if (text.AsSpan(period).SequenceEqual(text.AsSpan(0, text.Length - period)))
            {
                return period;
            }
        }

        return text.Length;
    }
}
