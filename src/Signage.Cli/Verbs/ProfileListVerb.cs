using System.CommandLine;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage profile list</c>: one row for each card model.</summary>
internal sealed class ProfileListVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ProfileListVerb(VerbRooms rooms)
        : base("list", Words.VerbProfileList, "signage profile list --json") =>
        SetAction(parsed =>
        {
            IReadOnlyList<ProfileRow> rows = [.. rooms.Shelf(parsed).ReadAll().All.Select(ProfileRow.Of)];
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(rows, CliJson.Readable.IReadOnlyListProfileRow);
                return ExitCode.Done;
            }

            var table = new Table().AddColumns(
                Words.LabelModelId, Words.LabelProtocol, Words.LabelDelivery, Words.LabelEvidence, Words.LabelColours, Words.LabelLargest, Words.LabelLinks);
            foreach (var row in rows)
            {
                table.AddRow(
                    Markup.Escape(row.Id),
                    Markup.Escape(row.Protocol),
                    string.Join(' ', row.Delivery),
                    row.Evidence,
                    string.Join(' ', row.Colours),
                    $"{row.MaxWidth}x{row.MaxHeight}",
                    Markup.Escape(string.Join(' ', row.Links)));
            }

            rooms.Output.Draw(table);
            return ExitCode.Done;
        });
}
