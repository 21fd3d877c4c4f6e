namespace Signage.Storage.Rows;

/// <summary>A fact about the database itself, such as when a file was imported.</summary>
internal sealed class MetaRow
{
    /// <summary>What the key of an import begins with.</summary>
    public const string Import = "imported-from:";

    public required string Key { get; init; }

    public required string Value { get; init; }

    /// <summary>The key that remembers that a source was imported.</summary>
    public static string ImportedFrom(string source) => $"{Import}{source}";
}
