using System.CommandLine;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage profile check [FILE]</c>: every fault of one file, or of all files, at once.</summary>
internal sealed class ProfileCheckVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ProfileCheckVerb(VerbRooms rooms)
        : base("check", Words.VerbProfileCheck, "signage profile check ./my-card.json")
    {
        var file = new Argument<string?>("FILE") { Description = Words.ArgumentProfileFile, Arity = ArgumentArity.ZeroOrOne };
        Add(file);
        SetAction(parsed =>
        {
            var reading = rooms.Shelf(parsed).Check(parsed.GetValue(file));
            string[] ids = [.. (reading.Catalog?.All ?? []).Select(profile => profile.Id)];
            string[] errors = [.. reading.Errors.Select(error => error.ToString())];
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(new ProfileCheckAnswer(errors.Length == 0, ids, errors), CliJson.Readable.ProfileCheckAnswer);
                return errors.Length == 0 ? ExitCode.Done : ExitCode.Failed;
            }

            if (errors.Length > 0)
            {
                throw new UserError(errors);
            }

            foreach (var id in ids)
            {
                rooms.Output.Line(Words.ProfileValid.With(id));
            }

            return ExitCode.Done;
        });
    }
}
