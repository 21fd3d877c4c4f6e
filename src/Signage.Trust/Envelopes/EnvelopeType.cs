using System.Buffers;

namespace Signage.Trust.Envelopes;

/// <summary>
/// What kind of thing an envelope holds, with the version of its form, such as <c>signage.blank.1</c>. It is signed along with the payload, and whoever
/// opens an envelope says which type is wanted: an approval can never be read as a blank.
/// </summary>
public readonly record struct EnvelopeType
{
    /// <summary>The most letters of a name.</summary>
    public const int MostLength = 64;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>Names a type.</summary>
    /// <param name="name">1 to 64 of <c>a-z 0-9 . -</c>.</param>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    public EnvelopeType(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = IsName(name) ? name : throw new ArgumentException($"Not the name of a type: {name}", nameof(name));
    }

    /// <summary>The name; <see langword="null"/> only in <c>default</c>, which no envelope has.</summary>
    public string Name { get; }

    /// <summary>True when a text can be the name of a type.</summary>
    public static bool IsName(string text) => text is { Length: > 0 and <= MostLength } && !text.AsSpan().ContainsAnyExcept(Letters);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
