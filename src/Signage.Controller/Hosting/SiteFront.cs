using Microsoft.Extensions.Diagnostics.HealthChecks;
using Signage.Controller.People;
using Signage.Core.Ports;

namespace Signage.Controller.Hosting;

/// <summary>What a site shows to its web server.</summary>
/// <param name="Window">The site as pages see it.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Health">Its health.</param>
/// <param name="People">Its people.</param>
public sealed record SiteFront(ISiteWindow Window, SiteClocks Clocks, IHealthCheck Health, SitePeople People);
