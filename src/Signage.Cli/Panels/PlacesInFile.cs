using System.Globalization;
using System.Text.RegularExpressions;
using Signage.Core.Text;

namespace Signage.Cli.Panels;

/// <summary>Turns the places of a request, such as <c>slots[7]</c>, into those of the file that it was made from.</summary>
internal static partial class PlacesInFile
{
    /// <summary>What a site says about entries, with the line of the file in the place of their number in the request.</summary>
    /// <param name="refusal">What the site says.</param>
    /// <param name="lines">The line of each entry.</param>
    public static string InLines(string refusal, IReadOnlyList<int> lines) => Numbered().Replace(
        refusal,
        found => int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) is var number && number < lines.Count ? Words.LineOfFile.With(lines[number]) : found.Value);

    [GeneratedRegex(@"\b(?:slogans|slots)\[([0-9]{1,6})\]")]
    private static partial Regex Numbered();
}
