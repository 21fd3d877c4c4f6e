using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>One page of the documents, taken apart as far as something in it can be wrong.</summary>
/// <param name="Name">Its path in the tree.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record Doc(string Name, string Text)
{
    /// <summary>The pages that people read, and the notes beside the code.</summary>
    public static IReadOnlyList<Doc> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "src" }.SelectMany(below => Repository.Files(below, "*.md")))
            .Order(StringComparer.Ordinal)
            .Select(path => new Doc(Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path))),
    ];

    /// <summary>The blocks between fences, with the word behind the opening one.</summary>
    public IEnumerable<(string Kind, string Body)> Blocks => Fence().Matches(Text).Select(block => (block.Groups[1].Value, block.Groups[2].Value));

    /// <summary>What stands between backticks in running text.</summary>
    public IEnumerable<string> Spans => Span().Matches(Prose).Select(span => span.Groups[1].Value);

    /// <summary>Where the page points, pictures included.</summary>
    public IEnumerable<string> Links => Link().Matches(Prose).Select(link => link.Groups[1].Value + link.Groups[2].Value);

    /// <summary>Lines that somebody may type, one a line: those of the blocks, and spans that are one.</summary>
    public IEnumerable<string> Lines => Blocks.SelectMany(block => block.Body.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')).Concat(Spans)
        .Select(line => line.Trim()).Select(line => line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line);

    /// <summary>The JSON that a reader may copy: whole blocks, and lines of other blocks that are an object.</summary>
    public IEnumerable<string> Json => Blocks.SelectMany(block => block.Kind == "json"
        ? [block.Body]
        : block.Body.Split('\n').Select(line => line.Trim()).Where(line => line is ['{', .., '}']));

    private string Prose => Fence().Replace(Text, "");

    /// <summary>The words of a line after the name of the command, as a shell hands them over; null when it is another command.</summary>
    public static IReadOnlyList<string>? Signage(string line)
    {
        var words = Words(line).ToArray();
        return words switch
        {
            ["signage", .. var rest] => rest,
            ["dotnet", "run", .. var rest] when rest.Contains("src/Signage.Cli") && rest.Contains("--") => [.. rest.SkipWhile(word => word != "--").Skip(1)],
            _ => null,
        };
    }

    // Quotes keep words together; a comment, a pipe or a redirection ends what the command sees.
    private static IEnumerable<string> Words(string line) => Word().Matches(line)
        .Select(word => (word.Value, Plain: word.Value.Trim('"', '\'')))
        .TakeWhile(word => word.Value[0] is not ('#' or '|' or '>' or '&' or ';'))
        .Select(word => word.Plain);

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)|\\ssrc=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|[^\\s\"']+")]
    private static partial Regex Word();
}
