using System.CommandLine;
using Signage.Cli.Panels;
using Signage.Core.Text;
using Signage.Sheets.Slogans;

namespace Signage.Cli.Verbs;

/// <summary><c>signage slogan export</c>: the words of the running site as a table that can be imported again.</summary>
internal sealed class SloganExportVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SloganExportVerb(VerbRooms rooms)
        : base("export", Words.VerbSloganExport, "signage slogan export slogans.xlsx")
    {
        var data = SiteOptions.Data();
        var file = new Argument<string>("FILE") { Description = Words.ArgumentExportFile };
        Add(file);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.ExportAsync(
            parsed,
            SiteRequests.Plain("slogan.list"),
            parsed.GetRequiredValue(file),
            (path, answer) =>
            {
                var slogans = SheetFiles.Objects(answer["slogans"]);
                SheetFiles.Write(path, SloganTable.Rows(slogans));
                return Words.Exported.With(path, slogans.Count);
            },
            cancellationToken));
    }
}
