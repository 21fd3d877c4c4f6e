namespace Signage.Protocols.Profiles;

/// <summary>What came of reading profile files: either a catalog, or every mistake in every file at once.</summary>
/// <param name="Catalog">The profiles; null when there is any error.</param>
/// <param name="Errors">All mistakes, each with its file and JSON path.</param>
public sealed record ProfileReading(ProfileCatalog? Catalog, IReadOnlyList<ProfileError> Errors);

/// <summary>One mistake in a profile.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">Where in it, such as <c>$.links[0].baud</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ProfileError(string File, string Path, string Message)
{
    /// <summary>The mistake in one line.</summary>
    public override string ToString() => $"{File}: {Path}: {Message}";
}
