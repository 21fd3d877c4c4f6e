namespace Signage.Cli.Terminal;

/// <summary>A command line that could not be understood, found out after it was parsed. Printed with the way to the help of the verb; the command ends with 2.</summary>
/// <param name="line">What is wrong and what would be right.</param>
internal sealed class UsageError(string line) : Exception(line);
