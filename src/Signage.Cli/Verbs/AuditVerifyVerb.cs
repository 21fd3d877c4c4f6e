using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Trust.Audit;

namespace Signage.Cli.Verbs;

/// <summary><c>signage audit verify</c>: whether an exported audit, or that of the running site, is as it was written.</summary>
internal sealed class AuditVerifyVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public AuditVerifyVerb(VerbRooms rooms)
        : base("verify", Words.VerbAuditVerify, "signage audit verify audit.jsonl")
    {
        var data = SiteOptions.Data();
        var file = new Argument<string?>("FILE") { Description = Words.ArgumentAuditFile, Arity = ArgumentArity.ZeroOrOne };
        var heads = new Option<AuditHead[]>("--head")
        {
            Description = Words.OptionAuditHead,
            HelpName = "N:HASH",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => [.. result.Tokens.Select(token => Read(token.Value)).OfType<AuditHead>()],
        };
        heads.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Read(token.Value) is null))
            {
                result.AddError(Words.NotAHead.With(token.Value));
            }
        });
        Add(file);
        Add(heads);
        Add(data);
        var pages = new AuditPages(new SiteCall(rooms, data));
        SetAction(async (parsed, cancellationToken) =>
        {
            var lines = parsed.GetValue(file) is { } path
                ? Lines(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false))
                : await pages.LinesAsync(parsed, 0, cancellationToken).ToArrayAsync(cancellationToken).ConfigureAwait(false);
            var known = parsed.GetValue(heads) ?? [];
            if (lines.Length == 0 && known.Length == 0)
            {
                throw new UserError(Words.AuditEmpty);
            }

            var verdict = AuditVerifier.Verify(lines, known);
            rooms.Output.Line(rooms.ForMachines(parsed) ? Json(verdict).ToJsonString(SiteCall.Readable) : Told(verdict));
            if (verdict is AuditVerdict.Intact && known.Length == 0 && !rooms.ForMachines(parsed))
            {
                rooms.Output.Note(Words.AuditEndUnproven);
            }

            return verdict is AuditVerdict.Intact ? ExitCode.Done : ExitCode.Failed;
        });
    }

    /// <summary>A verdict in a line.</summary>
    public static string Told(AuditVerdict verdict) => verdict switch
    {
        AuditVerdict.Intact intact => Words.AuditIntact.With(intact.Head.Number, Text(intact.Head)),
        AuditVerdict.Broken broken => Words.AuditBroken.With(broken.Number, broken.Reason),
        _ => "",
    };

    /// <summary>A head, as it is written down elsewhere and given back later.</summary>
    public static string Text(AuditHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Number}:{head.Hash}");

    private static JsonObject Json(AuditVerdict verdict) => verdict switch
    {
        AuditVerdict.Intact intact => new JsonObject { ["intact"] = true, ["entries"] = intact.Head.Number, ["head"] = Text(intact.Head) },
        AuditVerdict.Broken broken => new JsonObject { ["intact"] = false, ["entry"] = broken.Number, ["fault"] = broken.Fault.ToString(), ["reason"] = broken.Reason },
        _ => [],
    };

    // People copy from paper: capitals are as good.
    private static AuditHead? Read(string text) =>
        text.ToLowerInvariant().Split(':') is [[not '0', ..] number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 && AuditHash.IsHash(hash)
            ? new AuditHead(n, new AuditHash(hash), DateTimeOffset.UnixEpoch)
            : null;

    // The very bytes: another encoding, a mark of one, or another end of line is another file. Each line ends with a line feed.
    private static string[] Lines(byte[] file) => Encoding.UTF8.GetString(file).Split('\n') is [.. var lines, ""] ? lines : throw new UserError(Words.AuditNoExport);
}
