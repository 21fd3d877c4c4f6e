using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Cli.Panels;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage panel pattern</c>: a built-in test pattern on a panel of the running site, for some minutes.</summary>
internal sealed class PanelPatternVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PanelPatternVerb(VerbRooms rooms)
        : base("pattern", Words.VerbPanelPattern, "signage panel pattern gate-east grid --minutes 5")
    {
        var data = SiteOptions.Data();
        var id = new Argument<PanelId>("ID") { Description = Words.ArgumentPanelId, CustomParser = SiteWords.PanelId };
        var pattern = new Argument<string>("PATTERN") { Description = Words.ArgumentPattern };
        var minutes = WordOptions.Whole("--minutes", Words.OptionTestMinutes, "N", PatternTest.LeastMinutes, PatternTest.MostMinutes);
        Add(id);
        Add(pattern);
        Add(minutes);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.TestPattern(parsed.GetRequiredValue(id), parsed.GetRequiredValue(pattern), parsed.GetValue(minutes)),
            answer =>
            {
                rooms.Output.Line(answer["until"] is { } until ? Words.TestStands.With(parsed.GetRequiredValue(id), until) : Words.TestEnded.With(parsed.GetRequiredValue(id)));
                rooms.Output.Notes(answer["notes"]);
            },
            cancellationToken));
    }
}
