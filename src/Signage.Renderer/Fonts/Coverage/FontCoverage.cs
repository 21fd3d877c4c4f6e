namespace Signage.Renderer.Fonts.Coverage;

/// <summary>What of a list a font lights. A character counts as lit only when its pixels would really stand on a face: there, not dark, and whole in the font's cell.</summary>
/// <param name="List">The list.</param>
/// <param name="Missing">The code points that are not lit, in the order of the list.</param>
public sealed record FontCoverage(CharacterList List, IReadOnlyList<int> Missing)
{
    /// <summary>How many characters are lit.</summary>
    public int Lit => List.CodePoints.Count - Missing.Count;

    /// <summary>Holds a font against all lists.</summary>
    public static IReadOnlyList<FontCoverage> Of(LedFont font)
    {
        ArgumentNullException.ThrowIfNull(font);
        return [.. CharacterLists.All.Select(list => new FontCoverage(list, [.. list.CodePoints.Where(code => !font.Lights(code))]))];
    }
}
