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
    /// <summary>Chinese as it is read.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Asks, and prints the answer as JSON or in words.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">The question.</param>
    /// <param name="tell">Prints the answer for a person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit code: done, for whatever the site did not refuse.</returns>
    public async Task<int> AskAsync(ParseResult parsed, JsonObject request, Action<JsonObject> tell, CancellationToken cancellationToken)
    {
        await AnswerAsync(parsed, request, tell, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <summary>Asks, prints, and hands on the answer, for a verb whose exit code depends on it.</summary>
    public async Task<JsonObject> AnswerAsync(ParseResult parsed, JsonObject request, Action<JsonObject> tell, CancellationToken cancellationToken)
    {
        var answer = await FetchAsync(parsed, request, cancellationToken).ConfigureAwait(false);
        if (rooms.ForMachines(parsed))
        {
            rooms.Output.Line(answer.ToJsonString(Readable));
        }
        else
        {
            tell(answer);
        }

        return answer;
    }

    /// <summary>Asks, and says nothing.</summary>
    public Task<JsonObject> FetchAsync(ParseResult parsed, JsonObject request, CancellationToken cancellationToken) =>
        rooms.Output.WaitAsync(Words.AskingSite, () => rooms.Rooms.Site.AskAsync(parsed.GetValue(data), request, cancellationToken));

    /// <summary>Asks, writes the answer into a file, and says so.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">The question.</param>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it, and says in a line what it wrote.</param>
    /// <param name="cancellationToken">Gives up; nothing is written then.</param>
    public async Task<int> ExportAsync(ParseResult parsed, JsonObject request, string path, Func<string, JsonObject, string> write, CancellationToken cancellationToken)
    {
        var answer = await FetchAsync(parsed, request, cancellationToken).ConfigureAwait(false);
        var told = write(path, answer);
        rooms.Output.Line(rooms.ForMachines(parsed) ? new JsonObject { ["file"] = path }.ToJsonString(Readable) : told);
        return ExitCode.Done;
    }
}
