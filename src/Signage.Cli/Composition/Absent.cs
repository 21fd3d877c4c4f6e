using Signage.Cli.Terminal;

namespace Signage.Cli.Composition;

/// <summary>What to say where a part of the program is not there yet.</summary>
internal static class Absent
{
    /// <summary>The complaint.</summary>
    public static UserError Part(string name) => new($"{name}: 此版本尚未提供 (not in this version yet)");
}
