using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Signage.Cli.Verbs;

/// <summary>The audit of the running site, page after page.</summary>
/// <param name="call">Asks the site.</param>
internal sealed class AuditPages(SiteCall call)
{
    /// <summary>The lines after a number, up to the one that is the newest when this begins.</summary>
    public async IAsyncEnumerable<string> LinesAsync(ParseResult parsed, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = long.MaxValue;
        while (after < last)
        {
            var answer = await AskAsync(parsed, after, cancellationToken).ConfigureAwait(false);
            last = last == long.MaxValue ? (long)answer["newest"]! : last;
            foreach (var line in ((JsonArray)answer["lines"]!).Take((int)Math.Min(int.MaxValue, last - after)))
            {
                after++;
                yield return (string)line!;
            }

            if (answer["lines"] is JsonArray { Count: 0 })
            {
                yield break;
            }
        }
    }

    /// <summary>The number of the newest entry; 0 when there is none.</summary>
    public async Task<long> NewestAsync(ParseResult parsed, CancellationToken cancellationToken) => (long)(await AskAsync(parsed, int.MaxValue, cancellationToken).ConfigureAwait(false))["newest"]!;

    private Task<JsonObject> AskAsync(ParseResult parsed, long after, CancellationToken cancellationToken) =>
        call.FetchAsync(parsed, new JsonObject { ["verb"] = "audit.read", ["after"] = after }, cancellationToken);
}
