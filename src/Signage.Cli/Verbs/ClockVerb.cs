using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage clock</c>: what time the running site has, and whether it is believed; with <c>--confirm</c> a person vouches for it.</summary>
internal sealed class ClockVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ClockVerb(VerbRooms rooms)
        : base("clock", Words.VerbClock, "signage clock")
    {
        var data = SiteOptions.Data();
        var confirm = new Option<bool>("--confirm") { Description = Words.OptionClockConfirm };
        Add(confirm);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Clock(parsed.GetValue(confirm)),
            answer =>
            {
                rooms.Output.Line((bool?)answer["trusted"] == true
                    ? Words.ClockTrusted.With((string?)answer["now"], (string?)answer["zone"])
                    : Words.ClockDoubted.With((string?)answer["now"], (string?)answer["zone"]));
                rooms.Output.Notes(answer["notes"]);
            },
            cancellationToken));
    }
}
