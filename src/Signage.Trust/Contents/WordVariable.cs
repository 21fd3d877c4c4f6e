namespace Signage.Trust.Contents;

/// <summary>变量: what stands in an open place of a text.</summary>
/// <param name="Name">The name in the braces; 1 to 64 bytes of UTF-8 without braces.</param>
/// <param name="Value">What stands there; 1 to 200 bytes without braces, so that filling twice is filling once.</param>
public sealed record WordVariable(string Name, string Value)
{
    /// <summary>A text with its open places filled. Braces around other names are words like any others.</summary>
    public static string Fill(string template, IReadOnlyList<WordVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(variables);
        return variables.Aggregate(template, (text, variable) => text.Replace($"{{{variable.Name}}}", variable.Value, StringComparison.Ordinal));
    }
}
