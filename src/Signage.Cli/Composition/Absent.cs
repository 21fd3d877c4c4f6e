using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Composition;

/// <summary>What to say where a part of the program is not there yet.</summary>
internal static class Absent
{
    /// <summary>The complaint.</summary>
    public static UserError Part(string name) => new(Words.PartAbsent.With(name));
}
