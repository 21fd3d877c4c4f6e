using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Access;
using Signage.Web.Hosting;

namespace Signage.Controller.Hosting;

/// <summary>Everything that the web server of a site answers to, in one place.</summary>
internal static class SiteWebEndpoints
{
    /// <summary>Maps it.</summary>
    /// <param name="app">The web server.</param>
    /// <param name="isForThisMachine">True when nobody reaches it from elsewhere: how the site is may then be asked by a program that has no account.</param>
    public static void Map(WebApplication app, bool isForThisMachine)
    {
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseRouting();
        app.UseSiteAccounts();
        var health = app.MapHealthChecks("/health");
        _ = isForThisMachine ? health.AllowAnonymous() : health.RequireAuthorization(DutyPolicies.Look).WithMetadata(PlainRefusal.Instance);
        app.MapSitePages();
        app.MapSiteAccounts();

        // Else whoever has not come in would be led to a door from an address that is nothing.
        app.MapFallback("{*path}", () => Results.NotFound()).RequireAuthorization(DutyPolicies.Look);
    }
}
