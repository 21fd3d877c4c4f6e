using System.Text;
using Signage.Core.Text;

namespace Signage.Core.Panels;

/// <summary>标签: short words that group panels, such as 户外 or 临街. A set; a value. Letters, digits, - and _ of any script, so that they can be listed with spaces between.</summary>
public sealed class Tags : IEquatable<Tags>
{
    /// <summary>The most tags of one thing.</summary>
    public const int Most = 32;

    /// <summary>The most characters of a tag.</summary>
    public const int Longest = 32;

    private readonly string[] _words;

    private Tags(string[] words) => _words = words;

    /// <summary>No tag.</summary>
    public static Tags None { get; } = new([]);

    /// <summary>The tags in ordinal order, each once.</summary>
    public IReadOnlyList<string> All => _words;

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>Makes a set of tags.</summary>
    /// <exception cref="FormatException">One is empty, too long or has other characters, or there are too many; the message says which.</exception>
    public static Tags Of(IEnumerable<string> words)
    {
        string[] distinct = [.. words.Select(word => word.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return distinct.FirstOrDefault(word => !IsTag(word)) is { } wrong ? throw new FormatException(Words.NotATag.With(Shown(wrong), Longest))
            : distinct.Length > Most ? throw new FormatException(Words.TooManyTags.With(distinct.Length, Most))
            : distinct.Length == 0 ? None
            : new Tags(distinct);
    }

    /// <summary>Reads tags with spaces between them.</summary>
    /// <exception cref="FormatException">See <see cref="Of"/>.</exception>
    public static Tags Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>True when the two have a tag in common.</summary>
    public bool Meets(Tags other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _words.Any(word => Array.BinarySearch(other._words, word, StringComparer.Ordinal) >= 0);
    }

    /// <inheritdoc/>
    public bool Equals(Tags? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Tags);

    /// <inheritdoc/>
    public override int GetHashCode() => _words.Aggregate(0, HashCode.Combine);

    /// <summary>The tags with spaces between them, as <see cref="Parse"/> reads them.</summary>
    public override string ToString() => string.Join(' ', _words);

    private static bool IsTag(string word) => word.Length is > 0 and <= Longest && RefusedSigns.NoneIn(word) && word.EnumerateRunes().All(letter => Rune.IsLetterOrDigit(letter) || letter.Value is '-' or '_');

    private static string Shown(string word) => string.Concat(word.Take(Longest).Where(letter => RefusedSigns.NoneIn($"{letter}")));
}
