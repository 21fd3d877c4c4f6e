namespace Signage.Storage;

/// <summary>Who changes something, as the audit keeps it: a kind and a name, such as <c>user:1000</c>, <c>person:wang</c> or <c>feed:3f2a</c>.</summary>
/// <param name="Name">1 to 200 characters; no secret and nothing that changes from one moment to the next.</param>
public readonly record struct Actor(string Name)
{
    /// <summary>The site itself, where nobody asked: its founding, the built-in slogans.</summary>
    public static Actor Site { get; } = new("site");

    /// <inheritdoc />
    public override string ToString() => Name;
}
