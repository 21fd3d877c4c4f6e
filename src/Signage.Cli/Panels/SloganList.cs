using System.Text.Json.Nodes;

namespace Signage.Cli.Panels;

/// <summary>The slogans of a file, and where in it they stand.</summary>
/// <param name="Slogans">The slogans as the control socket takes them.</param>
/// <param name="Lines">The line of each; none for a file of JSON, whose places are those of the request.</param>
internal sealed record SloganList(JsonArray Slogans, IReadOnlyList<int> Lines)
{
    /// <summary>What was passed over in the file.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What a site says about one of them, with the line of the file in the place of its number in the request.</summary>
    public string InLines(string refusal) => PlacesInFile.InLines(refusal, Lines);
}
