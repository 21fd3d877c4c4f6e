using System.CommandLine;
using System.Globalization;
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
        Add(secret.File);
        SetAction(parsed =>
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

            var forMachines = rooms.ForMachines(parsed);
            foreach (var line in forMachines ? [] : BundleWords.Lines(bundle))
            {
                rooms.Output.Line(line);
            }

            if (folder is not null)
            {
                rooms.Output.Note(Words.FramesWritten.With(Draw(rooms, bundle, folder), folder));
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

    private static ReviewBundle Read(string path) => ReviewBundle.Read(BoundedFile.Read(path, ReviewBundle.MostLength)) switch
    {
        ReviewBundleAnswer.Read { Bundle: var bundle } => bundle,
        ReviewBundleAnswer.Refused { Reason: var reason } => throw new UserError(Words.InFile.With(path, reason)),
        _ => throw new InvalidOperationException(),
    };

    // One picture a page, named by its drawing and page, so that they lie in the order in which they are read.
    private static int Draw(VerbRooms rooms, ReviewBundle bundle, string folder)
    {
        Directory.CreateDirectory(folder);
        var count = 0;
        foreach (var (drawing, number) in bundle.Words.Drawings.Select((drawing, at) => (drawing, at + 1)))
        {
            foreach (var (page, at) in drawing.Pages.Select((page, at) => (page, at + 1)))
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{number:00}-{drawing.Face}-{at:00}.png");
                File.WriteAllBytes(Path.Combine(folder, name), rooms.Rooms.Drawing.LedPng(bundle.Frames[page.Frame]));
                count++;
            }
        }

        return count;
    }

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
