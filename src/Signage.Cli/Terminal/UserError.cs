using System.Diagnostics.CodeAnalysis;

namespace Signage.Cli.Terminal;

/// <summary>A failure that the person at the keyboard can mend. Printed as it is, never with a stack trace; the command ends with 1.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It names the person's error, which is what a reader of a throw wants to know.")]
public sealed class UserError : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="lines">What is wrong, where, and what to do; one line for each fault.</param>
    public UserError(IReadOnlyList<string> lines)
        : base(string.Join(Environment.NewLine, lines)) => Lines = lines;

    /// <summary>Makes the error.</summary>
    /// <param name="line">What is wrong, where, and what to do.</param>
    public UserError(string line)
        : this([line])
    {
    }

    /// <summary>Makes the error.</summary>
    /// <param name="line">What is wrong, where, and what to do.</param>
    /// <param name="cause">What it came from; shown only when asked to be verbose.</param>
    public UserError(string line, Exception? cause)
        : base(line, cause) => Lines = [line];

    /// <summary>Makes an error without words.</summary>
    public UserError()
        : this([])
    {
    }

    /// <summary>The lines to print.</summary>
    public IReadOnlyList<string> Lines { get; }
}
