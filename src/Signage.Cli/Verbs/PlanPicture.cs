using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary>What <c>signage plan --out FILE.png</c> and <c>.gif</c> do: the picture of a panel, or of all, at an instant, with what wins and loses told beside it.</summary>
/// <param name="rooms">Where it draws and writes.</param>
/// <param name="call">Asks the site.</param>
internal sealed class PlanPicture(VerbRooms rooms, SiteCall call)
{
    /// <summary>Asks, draws, writes and tells.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="at">The instant.</param>
    /// <param name="panel">The panel; null for all.</param>
    /// <param name="path">The file, .png or .gif.</param>
    /// <param name="cancellationToken">Gives up; nothing is written then.</param>
    public async Task<int> DrawAsync(ParseResult parsed, DateTimeOffset at, string? panel, string path, CancellationToken cancellationToken)
    {
        var answer = await call.FetchAsync(parsed, SiteRequests.Plan(at, panel, null, panel is null ? "glass" : "pages"), cancellationToken).ConfigureAwait(false);
        var rows = SheetFiles.Objects(answer["decisions"]);
        var (bytes, note) = await rooms.Output.WaitAsync(Words.DrawingPlan, () => Task.Run(() => Draw(rows, panel, path, Moment(rows, at)), cancellationToken)).ConfigureAwait(false);
        await File.WriteAllBytesAsync(path, bytes, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            foreach (var picture in PlanPictures.Members)
            {
                row.Remove(picture);
            }
        }

        if (rooms.ForMachines(parsed))
        {
            rooms.Output.Line(new JsonObject { ["file"] = path, ["decisions"] = answer["decisions"]?.DeepClone() }.ToJsonString(SiteCall.Readable));
            return ExitCode.Done;
        }

        rooms.Output.Line(Words.PlanDrawn.With(path, Moment(rows, at)));
        foreach (var row in rows)
        {
            rooms.Output.Line($"{row["sentence"]}");
            Tell(row);
        }

        if (note is not null)
        {
            rooms.Output.Note(note);
        }

        return ExitCode.Done;
    }

    // Why a panel lights something else than the sentence says.
    private void Tell(JsonObject row)
    {
        if (row["dark"] is null && (row["refusal"] ?? row["ruling"]) is { } reason)
        {
            rooms.Output.Note($"{row["panel"]}: {reason}");
        }
    }

    private (byte[] File, string? Note) Draw(IReadOnlyList<JsonObject> rows, string? panel, string path, string moment)
    {
        var pictures = new PlanPictures(rooms.Rooms.Drawing);
        if (panel is null)
        {
            return (pictures.Sheet(rows, moment), null);
        }

        if (!path.EndsWith(".gif", StringComparison.OrdinalIgnoreCase))
        {
            return (pictures.Still(rows[0]), null);
        }

        var moving = pictures.Moving(rows[0]);
        return (moving.Gif, moving.Shown < moving.Length ? Words.GifCut.With(Seconds(moving.Shown), Seconds(moving.Length)) : null);
    }

    // As the clocks of the site show it.
    private static string Moment(IReadOnlyList<JsonObject> rows, DateTimeOffset at) =>
        ((rows.Count > 0 ? (string?)rows[0]["at"] : null) ?? at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)).Replace('T', ' ');

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
}
