using Microsoft.AspNetCore.Builder;
using Signage.Web.Hosting;

namespace Signage.Controller.Hosting;

/// <summary>Everything that the web server of a site answers to, in one place.</summary>
internal static class SiteWebEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseAntiforgery();
        app.MapHealthChecks("/health");
        app.MapSitePages();
    }
}
