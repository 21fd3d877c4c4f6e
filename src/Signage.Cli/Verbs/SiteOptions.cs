using System.CommandLine;
using Signage.Cli.Arguments;

namespace Signage.Cli.Verbs;

/// <summary>Options of the verbs about a site.</summary>
internal static class SiteOptions
{
    /// <summary>The site's data folder, which also holds its control socket.</summary>
    public static Option<string?> Data() => WordOptions.Path("--data", Words.OptionSiteData, "DIR");

    /// <summary>The port of the page.</summary>
    public static Option<int?> Port() => WordOptions.Whole("--port", Words.OptionPagePort, "PORT", 0, 65_535);
}
