using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Signing;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Trust.Keys;

namespace Signage.Cli.Verbs;

/// <summary><c>signage key show</c>: the public half of a key, for whoever lets its owner sign. It needs no secret.</summary>
internal sealed class KeyShowVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public KeyShowVerb(VerbRooms rooms)
        : base("show", Words.VerbKeyShow, "signage key show wang.key")
    {
        var file = new Argument<string>("FILE") { Description = Words.ArgumentKey };
        Add(file);
        SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            Tell(rooms, parsed, path, SealedKey.PublicOf(BoundedFile.Read(path, SealedKey.Size)) ?? throw new UserError(Words.NotAKey.With(path)));
            return ExitCode.Done;
        });
    }

    /// <summary>Tells of a key.</summary>
    internal static void Tell(VerbRooms rooms, ParseResult parsed, string path, PublicKey key)
    {
        var point = Convert.ToHexStringLower(key.Point.Span);
        if (rooms.ForMachines(parsed))
        {
            rooms.Output.Line(new JsonObject { ["file"] = path, ["algorithm"] = Algorithm(key), ["keyId"] = key.Id.ToString(), ["publicKey"] = point }.ToJsonString(SiteCall.Readable));
            return;
        }

        rooms.Output.Line(Words.KeyFile.With(path, Algorithm(key)));
        rooms.Output.Line(Words.KeyIdLine.With(key.Id));
        rooms.Output.Line(Words.KeyPublicLine.With(point));
    }

    private static string Algorithm(PublicKey key) => key.Profile.Id is ProfileId.Sm2 ? "SM2" : "P-256";
}
