using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;

namespace Signage.Cli.Verbs;

/// <summary>One question to the running site and its answer on the terminal.</summary>
/// <param name="rooms">Where the site is asked.</param>
/// <param name="data">The option that names the site.</param>
internal sealed class SiteCall(VerbRooms rooms, Option<string?> data)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Asks, and prints the answer as JSON or in words.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">The question.</param>
    /// <param name="tell">Prints the answer for a person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> AskAsync(ParseResult parsed, JsonObject request, Action<JsonObject> tell, CancellationToken cancellationToken)
    {
        var answer = await rooms.Output.WaitAsync(
            Words.AskingSite,
            () => rooms.Rooms.Site.AskAsync(parsed.GetValue(data), request, cancellationToken)).ConfigureAwait(false);
        if (rooms.ForMachines(parsed))
        {
            rooms.Output.Line(answer.ToJsonString(Readable));
        }
        else
        {
            tell(answer);
        }

        return ExitCode.Done;
    }
}
