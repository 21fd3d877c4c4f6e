using Signage.Renderer.Boards;

namespace Signage.Cli.Arguments;

/// <summary>The words of the command line for boards.</summary>
internal static class BoardWords
{
    /// <summary>All templates, as a person writes them.</summary>
    public static string Templates => string.Join(", ", Enum.GetValues<BoardTemplate>().Select(Of));

    /// <summary>The word for a template.</summary>
    public static string Of(BoardTemplate template) => template switch
    {
        BoardTemplate.Solemn => Words.TemplateSolemn,
        BoardTemplate.Light => Words.TemplateLight,
        _ => Words.TemplatePlain,
    };

    /// <summary>A template, by its Chinese word or its English one.</summary>
    public static BoardTemplate? Template(string word)
    {
        foreach (var template in Enum.GetValues<BoardTemplate>())
        {
            if (Of(template).Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase) || template.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return template;
            }
        }

        return null;
    }

    /// <summary>A size by its name.</summary>
    public static BoardSize? Size(IReadOnlyList<BoardSize> sizes, string word) =>
        sizes.FirstOrDefault(size => size.Name.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names of sizes.</summary>
    public static string Names(IReadOnlyList<BoardSize> sizes) => string.Join(", ", sizes.Select(size => size.Name));
}
