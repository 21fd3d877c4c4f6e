using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Arguments;
using Signage.Cli.Signing;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Trust.Approvals;
using Signage.Trust.Keys;

namespace Signage.Cli.Verbs;

/// <summary>
/// <c>signage sign</c>: looks at a bundle for reviewers and signs it, on a machine that no server can reach. Nobody signs what lies unseen: signing writes the pictures first, and asks for the
/// secret after that.
/// </summary>
internal sealed class SignVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SignVerb(VerbRooms rooms)
        : base("sign", Words.VerbSign, "signage sign slogan-7.review --frames look --key wang.key --out wang.sig")
    {
        var file = new Argument<string>("FILE") { Description = Words.ArgumentBundle };
        var frames = WordOptions.Path("--frames", Words.OptionFrames, "DIR");
        var key = WordOptions.Path("--key", Words.OptionSignKey, "KEY");
        var target = WordOptions.Path("--out", Words.OptionSignature, "FILE");
        var secret = new SecretEntry();
        Add(file);
        Add(frames);
        Add(key);
        Add(target);
        var seen = new Option<string?>("--seen") { Description = Words.OptionSeen, HelpName = "DIGEST" };
        Add(secret.File);
        Add(seen);
        SetAction(async (parsed, cancellation) =>
        {
            var bundle = Read(parsed.GetRequiredValue(file));
            var (folder, keyFile, signature) = (parsed.GetValue(frames), parsed.GetValue(key), parsed.GetValue(target));
            if ((keyFile is null) != (signature is null) || (keyFile is not null && folder is null))
            {
                throw new UsageError(Words.SignNeedsAll);
            }

            if (signature is not null && Path.Exists(signature))
            {
                throw new UserError(Words.FileIsThere.With(signature));
            }

            // Whoever types the secret has the pictures before them by then. Where a file answers, nobody waits for anything: then it has to be said what was looked at before.
            if (keyFile is not null && parsed.GetValue(secret.File) is not null && !IsSeen(bundle, parsed.GetValue(seen)))
            {
                throw new UsageError(Words.SignUnseen.With(bundle.Draft.Digest));
            }

            var forMachines = rooms.ForMachines(parsed);
            foreach (var line in forMachines ? [] : BundleWords.Lines(bundle))
            {
                rooms.Output.Line(line);
            }

            if (folder is not null)
            {
                rooms.Output.Note(Words.FramesWritten.With(await BundleFolder.DrawAsync(bundle, folder, rooms.Rooms.Drawing, cancellation).ConfigureAwait(false), folder));
            }

            var signer = keyFile is null ? null : Sign(bundle, keyFile, signature!, secret, parsed, rooms.Output);
            if (forMachines)
            {
                var answer = BundleWords.Json(bundle);
                answer["signedBy"] = signer;
                rooms.Output.Line(answer.ToJsonString(SiteCall.Readable));
            }
            else
            {
                rooms.Output.Line(signer is null ? Words.NotSigned : Words.SignedBy.With(signer, signature!));
            }

            return ExitCode.Done;
        });
    }

    private static bool IsSeen(ReviewBundle bundle, string? seen) => string.Equals(seen, bundle.Draft.Digest, StringComparison.OrdinalIgnoreCase);

    private static ReviewBundle Read(string path) => ReviewBundle.Read(BoundedFile.Read(path, ReviewBundle.MostLength)) switch
    {
        ReviewBundleAnswer.Read { Bundle: var bundle } => bundle,
        ReviewBundleAnswer.Refused { Reason: var reason } => throw new UserError(Words.InFile.With(path, reason)),
        _ => throw new InvalidOperationException(),
    };

    private static string Sign(ReviewBundle bundle, string keyFile, string target, SecretEntry secret, ParseResult parsed, Output output)
    {
        switch (SealedKey.Open(BoundedFile.Read(keyFile, SealedKey.Size), secret.Ask(parsed, output)))
        {
            case SealedKeyAnswer.Opened { Key: var key }:
                using (key)
                {
                    BoundedFile.WriteNew(target, bundle.Draft.Sign(key).ToBytes());
                    return key.Public.Id.ToString();
                }

            case SealedKeyAnswer.Refused { Reason: var reason }:
                throw new UserError(Words.InFile.With(keyFile, reason));
            default:
                throw new InvalidOperationException();
        }
    }
}
