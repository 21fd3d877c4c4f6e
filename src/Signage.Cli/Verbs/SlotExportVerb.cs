using System.CommandLine;
using Signage.Cli.Panels;
using Signage.Core.Text;
using Signage.Sheets.Slots;

namespace Signage.Cli.Verbs;

/// <summary><c>signage slot export</c>: the slots of the running site as a table that can be imported again.</summary>
internal sealed class SlotExportVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SlotExportVerb(VerbRooms rooms)
        : base("export", Words.VerbSlotExport, "signage slot export slots.xlsx")
    {
        var data = SiteOptions.Data();
        var file = new Argument<string>("FILE") { Description = Words.ArgumentExportFile };
        Add(file);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.ExportAsync(
            parsed,
            SiteRequests.Plain("slot.list"),
            parsed.GetRequiredValue(file),
            (path, answer) =>
            {
                var slots = SheetFiles.Objects(answer["details"]);
                SheetFiles.Write(path, SlotTable.Rows(slots));
                return Words.Exported.With(path, slots.Count);
            },
            cancellationToken));
    }
}
