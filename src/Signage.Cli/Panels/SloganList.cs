using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Signage.Core.Text;

namespace Signage.Cli.Panels;

/// <summary>The slogans of a file, and where in it they stand.</summary>
/// <param name="Slogans">The slogans as the control socket takes them.</param>
/// <param name="Lines">The line of each; none for a file of JSON, whose places are those of the request.</param>
internal sealed partial record SloganList(JsonArray Slogans, IReadOnlyList<int> Lines)
{
    /// <summary>What a site says about one of them, with the line of the file in the place of its number in the request.</summary>
    public string InLines(string refusal) => Numbered().Replace(
        refusal,
        found => int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) is var number && number < Lines.Count ? Words.LineOfFile.With(Lines[number]) : found.Value);

    [GeneratedRegex(@"slogans\[([0-9]{1,6})\]")]
    private static partial Regex Numbered();
}
