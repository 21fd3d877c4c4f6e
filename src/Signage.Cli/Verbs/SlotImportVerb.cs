using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Sheets.Slots;

namespace Signage.Cli.Verbs;

/// <summary><c>signage slot import</c>: takes a table of slots to the running site, all or none.</summary>
internal sealed class SlotImportVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SlotImportVerb(VerbRooms rooms)
        : base("import", Words.VerbSlotImport, "signage slot import slots.xlsx --check")
    {
        var data = SiteOptions.Data();
        var file = new Argument<string>("FILE") { Description = Words.ArgumentSlotFile };
        var check = new Option<bool>("--check") { Description = Words.OptionSlotCheck };
        Add(file);
        Add(check);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction(async (parsed, cancellationToken) =>
        {
            var (path, isCheck) = (parsed.GetRequiredValue(file), parsed.GetValue(check));
            var table = SheetFiles.Take(() => SlotTable.Read(path));
            int[] lines = [.. table.Slots.Select(slot => slot.Row)];
            rooms.Output.Notes(new JsonArray([.. table.Notes.Select(note => (JsonNode)note)]));
            try
            {
                return await call.AskAsync(parsed, SiteRequests.ImportSlots(table.Slots.Select(slot => slot.Members), isCheck), answer => Tell(rooms.Output, answer, isCheck), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (UserError refused) when (PlacesInFile.InLines(refused.Message, lines) is var told && told != refused.Message)
            {
                throw new UserError($"{path}: {told}", refused);
            }
        });
    }

    private static void Tell(Output output, JsonObject answer, bool isCheck)
    {
        output.Line(isCheck ? Words.SlotsFit.With(answer["fit"]) : Words.SlotsStored.With(answer["added"]));
        output.Notes(answer["notes"]);
    }
}
