namespace Signage.Trust.Tests.Screening;

/// <summary>The texts of <c>clean-texts.txt</c>.</summary>
internal static class TestTexts
{
    /// <summary>200 texts that are right.</summary>
    public static IReadOnlyList<string> Clean { get; } = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Screening/clean-texts.txt")).Where(line => line.Length > 0 && line[0] != '#')];
}
