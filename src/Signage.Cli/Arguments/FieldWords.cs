using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Arguments;

/// <summary>Words of a command line parted into the command's own and the fields of the protocol among them.</summary>
/// <param name="Words">The command and what belongs to it.</param>
/// <param name="Fields">Field and value, as <c>--field value</c> or <c>--field=value</c>.</param>
internal sealed record FieldWords(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Parts the words.</summary>
    /// <param name="all">All words.</param>
    /// <param name="plain">How many of the last ones stood behind <c>--</c>: those are never fields.</param>
    /// <exception cref="UsageError">A field has no value, or is given twice.</exception>
    public static FieldWords Split(IReadOnlyList<string> all, int plain)
    {
        var end = all.Count - plain;
        var words = new List<string>();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < end; i++)
        {
            if (!all[i].StartsWith("--", StringComparison.Ordinal) || all[i].Length == 2)
            {
                words.Add(all[i]);
                continue;
            }

            var equals = all[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? all[i][2..] : all[i][2..equals];
            if (equals < 0 && (i + 1 == end || all[i + 1].StartsWith("--", StringComparison.Ordinal)))
            {
                throw new UsageError(Cli.Words.FieldWithoutValue.With(name));
            }

            if (!fields.TryAdd(name, equals < 0 ? all[++i] : all[i][(equals + 1)..]))
            {
                throw new UsageError(Cli.Words.FieldTwice.With(name));
            }
        }

        return new FieldWords([.. words, .. all.Skip(end)], fields);
    }
}
