using System.CommandLine;
using System.CommandLine.Parsing;

namespace Signage.Cli.Verbs;

/// <summary>One verb of the command: a parser's command that also knows an example of itself.</summary>
internal abstract class Verb : Command
{
    /// <summary>Makes the verb.</summary>
    /// <param name="name">The word on the command line.</param>
    /// <param name="description">What it does, Chinese first.</param>
    /// <param name="example">A line that works when typed.</param>
    protected Verb(string name, string description, string example)
        : base(name, description) => Example = example;

    /// <summary>A line that works when typed.</summary>
    public string Example { get; }

    /// <summary>The words that lead to a command, such as <c>signage profile check</c>.</summary>
    public static string PathOf(CommandResult? result)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is CommandResult { Command: not RootCommand and var command })
            {
                names.Push(command.Name);
            }
        }

        return string.Join(' ', names.Prepend("signage"));
    }
}
