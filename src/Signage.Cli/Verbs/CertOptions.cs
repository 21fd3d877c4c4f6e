using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Controller.Certificates;
using Signage.Core.Text;
using Signage.Trust.Certificates;

namespace Signage.Cli.Verbs;

/// <summary>Options of the verbs about certificates, checked while the command line is read.</summary>
internal static class CertOptions
{
    /// <summary>The folder of the certificates.</summary>
    public static Option<string?> Folder()
    {
        var folder = WordOptions.Path("--dir", Words.OptionCertDir, "DIR");
        folder.Required = true;
        return folder;
    }

    /// <summary>How many days a certificate lives.</summary>
    public static Option<int?> Days() => WordOptions.Whole("--days", Words.OptionCertDays.With(CertificateTerm.UsualDays), "N", CertificateTerm.LeastDays, CertificateTerm.MostDays);

    /// <summary>What an authority is called.</summary>
    public static Option<string> Name()
    {
        var name = new Option<string>("--name") { Description = Words.OptionCertName, HelpName = "NAME", Required = true };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } word && !SiteAuthority.IsName(word))
            {
                result.AddError(Words.NotACertName.With(word, SiteAuthority.LongestName));
            }
        });
        return name;
    }

    /// <summary>The names and addresses of a server.</summary>
    public static Option<CertificateHost[]> Hosts() => new("--host")
    {
        Description = Words.OptionCertHost,
        HelpName = "NAME|IP …",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            CertificateHost?[] hosts = [.. result.Tokens.Select(token => CertificateHost.Read(token.Value))];
            foreach (var wrong in result.Tokens.Where((_, at) => hosts[at] is null))
            {
                result.AddError(Words.NotACertHost.With(wrong.Value));
            }

            if (hosts.Length > SiteAuthority.MostHosts)
            {
                result.AddError(Words.CertHostsTooMany.With(hosts.Length, SiteAuthority.MostHosts));
            }

            return [.. hosts.OfType<CertificateHost>()];
        },
    };

    /// <summary>The desk of the folder that the command line names.</summary>
    public static CertificateDesk Desk(VerbRooms rooms, ParseResult parsed, Option<string?> folder) =>
        new(new CertificateFolder(parsed.GetRequiredValue(folder)!), rooms.Rooms.Time);
}
