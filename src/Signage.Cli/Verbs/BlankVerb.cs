using System.CommandLine;
using Signage.Cli.Panels;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage blank</c>: 一键黑屏, at once, for all panels of the running site or for those named.</summary>
internal sealed class BlankVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public BlankVerb(VerbRooms rooms)
        : base("blank", Words.VerbBlank, "signage blank --panel gate-east")
    {
        var data = SiteOptions.Data();
        var panels = new Option<PanelId[]>("--panel")
        {
            Description = Words.OptionBlankPanel,
            HelpName = "ID",
            CustomParser = SiteWords.PanelIds,
        };
        Add(panels);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Blank(parsed.GetValue(panels) ?? []),
            answer =>
            {
                rooms.Output.Line(Words.BlankedTold.With((int?)answer["number"]));
                if ((bool?)answer["written"] == false)
                {
                    rooms.Output.Note(Words.BlankUnwritten.With((string?)answer["detail"]));
                }
            },
            cancellationToken));
    }
}
