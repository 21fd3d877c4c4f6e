namespace Signage.Trust.Screening;

/// <summary>The rules that no list brings, with the version that is raised whenever they or their tables change what is found.</summary>
internal static class BuiltInRules
{
    /// <summary>Refused signs, normal form, bounds, mixed scripts and the folds.</summary>
    public static ListVersion Signs { get; } = new("signs", "1");

    /// <summary>Signs that are easily mistaken, and the common words that they are checked with.</summary>
    public static ListVersion Mistaken { get; } = new("mistaken-signs", "1");

    /// <summary>The known texts of the pack.</summary>
    public static ListVersion KnownTexts { get; } = new("known-texts", "1");

    /// <summary>What panels can show.</summary>
    public static ListVersion Panels { get; } = new("panels", "1");
}
