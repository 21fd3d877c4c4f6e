using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Core.Alerts;
using Signage.Core.Alerts.Forms;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage alert check FILE</c>: what a document of warnings holds, and what of it would be lit where and when. Needs no site and changes nothing.</summary>
internal sealed class AlertCheckVerb : Verb
{
    /// <summary>A line that works when typed.</summary>
    public const string Line = "signage alert check warning.xml --geocode adcode=510903001 --at 2026-07-15T16:00:00+08:00";

    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public AlertCheckVerb(VerbRooms rooms)
        : base("check", Words.VerbAlertCheck, Line)
    {
        _rooms = rooms;
        var file = new Argument<string>("FILE") { Description = Words.ArgumentAlertFile };
        var place = new AlertPlaceOptions();
        var at = WordOptions.Instant("--at", Words.OptionAt);
        Add(file);
        place.AddTo(this);
        Add(at);
        SetAction(async (parsed, cancellationToken) =>
        {
            var now = parsed.GetValue(at) ?? rooms.Rooms.Time.GetUtcNow();
            var site = place.Read(parsed);
            var document = await AlertDocument.ReadAsync(parsed.GetRequiredValue(file), rooms.Output, cancellationToken).ConfigureAwait(false);
            var reading = AlertReader.Read(document, now);
            var book = reading.Messages.Aggregate(AlertBook.Empty, (book, message) => book.Take(message, now));
            var rows = AlertRow.Of(book, now, site);
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(AlertCheckAnswer.Of(reading, rows), CliJson.Readable.AlertCheckAnswer);
            }
            else
            {
                Tell(reading, rows, site);
            }

            return reading.Remarks.Any(remark => remark.Refuses) ? ExitCode.Failed : ExitCode.Done;
        });
    }

    private void Tell(AlertReading reading, IReadOnlyList<AlertRow> rows, SitePlaceArea site)
    {
        foreach (var row in rows)
        {
            _rooms.Output.Line($"{row.Identifier}  {row.Sender}  {row.Sent:yyyy-MM-dd'T'HH:mm:sszzz}  {row.Status} {row.MsgType}  {Seen(row.Event)}".TrimEnd());
            _rooms.Output.Line("  " + (row.Lit.Count > 0 ? Words.AlertLit.With(row.Why) : Words.AlertDark.With(row.Why)));
            foreach (var lit in row.Lit)
            {
                _rooms.Output.Line("  " + Words.AlertShown.With(lit.Words, lit.Severity, $"{lit.From:yyyy-MM-dd'T'HH:mm:sszzz}", $"{lit.Until:yyyy-MM-dd'T'HH:mm:sszzz}"));
            }
        }

        foreach (var remark in reading.Remarks)
        {
            _rooms.Output.Note(remark.Text);
        }

        if (rows.Count > 0 && site is { Codes.Count: 0, Place: null })
        {
            _rooms.Output.Note(Words.AlertNowhere);
        }
    }

    // The sender's own words, fit for a terminal.
    private static string Seen(string? words) => words is null ? "" : string.Concat(words.Where(letter => !char.IsControl(letter)));
}
