using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Signage.Core.Ports;
using Signage.Web.Accounts.Access;
using Signage.Web.Pages;
using Signage.Web.Playing;
using Signage.Web.Pulse;

namespace Signage.Web.Hosting;

/// <summary>The pages of a site, for whoever hosts them.</summary>
public static class SitePages
{
    /// <summary>Adds what the pages need.</summary>
    /// <param name="services">The services of the web server.</param>
    /// <param name="window">The site.</param>
    /// <param name="clocks">The clocks.</param>
    public static IServiceCollection AddSitePages(this IServiceCollection services, ISiteWindow window, PageClocks clocks)
    {
        services.AddSingleton(window);
        services.AddSingleton(clocks);
        services.AddSingleton<LedShelf>();
        services.AddScoped<SitePulse>();
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // Pages hold nothing that a fresh page would not have; a small computer keeps few that nobody looks at.
            circuits.DisconnectedCircuitMaxRetained = 20;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
        });
        return services;
    }

    /// <summary>Maps the pages, which show and change nothing, and their files, which hold nothing of the site.</summary>
    public static void MapSitePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets().AllowAnonymous();
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null) // stands in PageHeaders
            .RequireAuthorization(DutyPolicies.Look);
    }
}
