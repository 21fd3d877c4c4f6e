using System.Text;

namespace Signage.Cli.Tests.Doubles;

/// <summary>Standard error as a script leaves it with <c>2&gt;&amp;-</c>.</summary>
internal sealed class ClosedWriter : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw new UnauthorizedAccessException("Access to the path is denied.");

    public override void WriteLine(string? value) => Write('.');
}
