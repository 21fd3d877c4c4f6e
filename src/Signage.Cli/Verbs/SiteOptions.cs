using System.CommandLine;
using Signage.Cli.Arguments;

namespace Signage.Cli.Verbs;

/// <summary>Options of the verbs about a site.</summary>
internal static class SiteOptions
{
    /// <summary>The site's data folder, which also holds its control socket.</summary>
    public static Option<string?> Data() => WordOptions.Path("--data", Words.OptionSiteData, "DIR");
}
