using System.CommandLine;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary>Options of the verbs about a site.</summary>
internal static class SiteOptions
{
    /// <summary>The site's data folder, which also holds its control socket.</summary>
    public static Option<string?> Data() => new("--data")
    {
        Description = Words.OptionSiteData,
        HelpName = "DIR",
    };

    /// <summary>The port of the page.</summary>
    public static Option<int?> Port()
    {
        var port = new Option<int?>("--port") { Description = Words.OptionPagePort, HelpName = "PORT" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 0 or > 65535)
            {
                result.AddError(Words.NoSuchPort.With(token.Value));
            }
        });
        return port;
    }
}
