using System.CommandLine;

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
}
