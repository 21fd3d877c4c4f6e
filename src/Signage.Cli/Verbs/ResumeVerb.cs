using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Cli.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage resume</c>: releases a blank with the number and the code that the site printed on its own console.</summary>
internal sealed class ResumeVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ResumeVerb(VerbRooms rooms)
        : base("resume", Words.VerbResume, "signage resume --number 3 --code 204911")
    {
        var data = SiteOptions.Data();
        var number = WordOptions.Whole("--number", Words.OptionBlankNumber, "N", 1, int.MaxValue);
        number.Required = true;
        var code = new Option<string>("--code") { Description = Words.OptionBlankCode, HelpName = "CODE", Required = true };
        Add(number);
        Add(code);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Resume(parsed.GetRequiredValue(number)!.Value, parsed.GetRequiredValue(code)),
            _ => rooms.Output.Line(Words.ResumedTold.With(parsed.GetRequiredValue(number))),
            cancellationToken));
    }
}
