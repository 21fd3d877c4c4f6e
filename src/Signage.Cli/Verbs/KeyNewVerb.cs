using System.CommandLine;
using Signage.Cli.Signing;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Trust.Keys;

namespace Signage.Cli.Verbs;

/// <summary><c>signage key new</c>: makes a key and locks it with a secret that its owner alone knows.</summary>
internal sealed class KeyNewVerb : Verb
{
    private const string NationalWord = "sm2";
    private const string PlainWord = "p256";

    /// <summary>Makes the verb.</summary>
    public KeyNewVerb(VerbRooms rooms)
        : base("new", Words.VerbKeyNew, "signage key new wang.key")
    {
        var file = new Argument<string>("FILE") { Description = Words.ArgumentKeyTarget };
        var algorithm = new Option<string>("--algorithm") { Description = Words.OptionAlgorithm, HelpName = $"{PlainWord}|{NationalWord}", DefaultValueFactory = _ => PlainWord };
        algorithm.AcceptOnlyFromAmong(PlainWord, NationalWord);
        var secret = new SecretEntry();
        Add(file);
        Add(algorithm);
        Add(secret.File);
        SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (Path.Exists(path))
            {
                throw new UserError(Words.FileIsThere.With(path));
            }

            using var key = PersonKey.Create(parsed.GetRequiredValue(algorithm) == NationalWord ? SigningProfile.Sm2 : SigningProfile.P256);
            BoundedFile.WriteNew(path, SealedKey.Seal(key, secret.AskNew(parsed, rooms.Output)));
            KeyShowVerb.Tell(rooms, parsed, path, key.Public);
            return ExitCode.Done;
        });
    }
}
