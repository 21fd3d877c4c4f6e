using System.Text;
using Signage.Core.Text;

namespace Signage.Core.Accounts;

/// <summary>登录名: what a person types to be known. Immutable; <see cref="Read"/> makes it, and <see cref="Kept"/> takes it out of where it was kept.</summary>
/// <remarks>
/// <para>Letters are ASCII letters and digits and hanzi; a point, a hyphen or an underscore may stand between them. Everything is first brought to NFKC, so that full-width letters are the plain ones.
/// No other script comes in, so that no Cyrillic а is a Latin a.</para>
/// <para>Of what is left these are one name: capitals and small letters, 0 and 〇 and o, 1 and l and I, rn and m, vv and w (pairs of confusables.txt of Unicode's UTS #39), and names that differ in
/// points and hyphens only. Hanzi that look alike (未 and 末) are still two.</para>
/// </remarks>
public sealed record LoginName
{
    /// <summary>The fewest signs.</summary>
    public const int Shortest = 2;

    /// <summary>The most signs.</summary>
    public const int Longest = 32;

    private LoginName(string value, string key) => (Value, Key) = (value, key);

    /// <summary>As it was chosen, in NFKC.</summary>
    public string Value { get; }

    /// <summary>What two names that look alike have in common: nobody else of a site has it, and by it a person is found.</summary>
    public string Key { get; }

    /// <summary>A name as it was kept, by rules that may have been others then: neither looked at nor folded anew, so that nobody is shut out by a later rule.</summary>
    /// <param name="value">Its <see cref="Value"/> then.</param>
    /// <param name="key">Its <see cref="Key"/> then; whoever changes the folding gives all kept names their new keys.</param>
    public static LoginName Kept(string value, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new LoginName(value, key);
    }

    /// <summary>Reads what somebody typed; spaces around it do not count.</summary>
    public static LoginNameAnswer Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = text.Trim();

        // Before folding: text of any length is asked of nobody, and what is refused here might not be text at all.
        if (typed.Length is < Shortest or > Longest)
        {
            return new LoginNameAnswer.Refused(Words.LoginLength.With(Shortest, Longest));
        }

        if (RefusedSigns.In(typed, most: 1) is [var refused, ..])
        {
            return new LoginNameAnswer.Refused(refused.ToString());
        }

        var value = typed.Normalize(NormalizationForm.FormKC);
        if (value.Length is < Shortest or > Longest)
        {
            return new LoginNameAnswer.Refused(Words.LoginLength.With(Shortest, Longest));
        }

        return value.All(sign => IsLetter(sign) || IsBetween(sign)) && IsLetter(value[0]) && IsLetter(value[^1])
            ? new LoginNameAnswer.Named(new LoginName(value, Fold(value)))
            : new LoginNameAnswer.Refused(Words.LoginLetters);
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private static string Fold(string value)
    {
        var folded = new StringBuilder(value.Length);
        foreach (var sign in value.Where(IsLetter))
        {
            folded.Append(char.ToLowerInvariant(sign) switch
            {
                '0' or '\u3007' => 'o',
                '1' or 'i' => 'l',
                var plain => plain,
            });
        }

        return folded.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    private static bool IsLetter(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '\u3007' or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');

    private static bool IsBetween(char sign) => sign is '.' or '-' or '_';
}

/// <summary>What came of reading a login name.</summary>
public abstract record LoginNameAnswer
{
    private LoginNameAnswer()
    {
    }

    /// <summary>It is one.</summary>
    /// <param name="Login">The name.</param>
    public sealed record Named(LoginName Login) : LoginNameAnswer;

    /// <summary>It is none.</summary>
    /// <param name="Reason">Why, in a line for a person.</param>
    public sealed record Refused(string Reason) : LoginNameAnswer;
}
