using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Controller.Certificates;
using Signage.Core.Text;
using Signage.Trust.Certificates;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary>What a person or a machine is told of certificates. Never a private key.</summary>
internal static class CertTold
{
    /// <summary>Tells what came of it, and gives the exit code: failed when something in the folder cannot be used, or a renewal left one that is refused everywhere.</summary>
    /// <param name="rooms">Where to.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="tell">Tells it to a person.</param>
    /// <exception cref="UserError">Nothing was done.</exception>
    public static int Tell(VerbRooms rooms, ParseResult parsed, CertificateAnswer answer, Action<CertificateAnswer.Done> tell)
    {
        var done = answer switch
        {
            CertificateAnswer.Done told => told,
            CertificateAnswer.Refused refused => throw new UserError(refused.Reason),
            _ => throw new InvalidOperationException("An answer of no kind."),
        };
        if (rooms.ForMachines(parsed))
        {
            rooms.Output.Line(Json(done).ToJsonString(SiteCall.Readable));
        }
        else
        {
            tell(done);
            foreach (var line in done.Troubles)
            {
                rooms.Output.Note(line);
            }
        }

        var isLeft = done.Others.Any(left => left.Standing is CertificateStanding.Over or CertificateStanding.NotYet);
        return done.Troubles.Count == 0 && !isLeft ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Certificates as a table, the authority first, with what there is to worry about below it.</summary>
    public static void Draw(Output output, CertificateAnswer.Done done)
    {
        KeptCertificate[] all = [done.Authority, .. done.Certificates];
        var table = new Table().AddColumns(Words.LabelCertFile, Words.LabelCertKind, Words.LabelCertNames, Words.LabelCertUntil, Words.LabelCertStanding);
        foreach (var certificate in all)
        {
            table.AddRow(Markup.Escape(certificate.File), Kind(certificate.Facts.Kind), Markup.Escape(Names(certificate.Facts)), Day(certificate.Facts.Until), Standing(certificate.Standing));
        }

        output.Draw(table);
        foreach (var alarm in all.Select(certificate => certificate.Alarm).OfType<string>())
        {
            output.Line(alarm);
        }
    }

    /// <summary>The names that a certificate proves.</summary>
    public static string Names(CertificateFacts facts) => facts.Hosts.Count > 0 ? string.Join(' ', facts.Hosts) : facts.Name;

    /// <summary>The day on which a certificate ends, by the world's time.</summary>
    public static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Json(CertificateAnswer.Done done) => new()
    {
        ["authority"] = Json(done.Authority),
        ["certificates"] = new JsonArray([.. done.Certificates.Select(Json)]),
        ["troubles"] = new JsonArray([.. done.Troubles.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Json(KeptCertificate certificate) => new()
    {
        ["file"] = certificate.File,
        ["kind"] = Camel($"{certificate.Facts.Kind}"),
        ["name"] = certificate.Facts.Name,
        ["hosts"] = new JsonArray([.. certificate.Facts.Hosts.Select(host => (JsonNode)host.Text)]),
        ["serial"] = certificate.Facts.Serial,
        ["from"] = Second(certificate.Facts.From),
        ["until"] = Second(certificate.Facts.Until),
        ["sha256"] = certificate.Facts.Digest,
        ["standing"] = Camel($"{certificate.Standing}"),
        ["alarm"] = certificate.Alarm,
    };

    private static string Second(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Kind(CertificateKind kind) => kind switch
    {
        CertificateKind.Authority => Words.CertKindAuthority,
        CertificateKind.Server => Words.CertKindServer,
        _ => Words.CertKindDevice,
    };

    private static string Standing(CertificateStanding standing) => standing switch
    {
        CertificateStanding.Good => Words.CertGood,
        CertificateStanding.Due => Words.CertDue,
        CertificateStanding.EndsSoon => Words.CertSoon,
        CertificateStanding.Over => Words.CertEnded,
        _ => Words.CertNotBegun,
    };
}
