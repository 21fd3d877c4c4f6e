using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Alerts.Intake;
using Signage.Controller.People;
using Signage.Controller.Planning;
using Signage.Controller.Timekeeping;
using Signage.Protocols.Adapters;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Onbon;
using Signage.Protocols.Vendors.Wled;
using Signage.Transports;
using Signage.Transports.Links;

namespace Signage.Controller.Hosting;

/// <summary>The site and its pages as a hosted service: started and stopped by the host, which ends when the site breaks.</summary>
/// <param name="settings">How it is set up.</param>
/// <param name="clocks">Its clocks.</param>
/// <param name="wires">Protocols and links.</param>
/// <param name="logs">What is told to a technician.</param>
public sealed partial class SiteService(SiteSettings settings, SiteClocks clocks, SiteWires wires, ILoggerFactory logs) : BackgroundService
{
    private Site? _site;
    private SiteWeb? _web;

    /// <summary>Where the pages are; null before they are served.</summary>
    public Uri? Page => _web?.Address;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Web is { } wanted)
        {
            // Said before a panel is spoken to: a site that is started and stopped for a port keeps a person waiting, and its panels busy.
            SiteWeb.AssertFree(wanted);
        }

        _site = await Site.StartAsync(settings, clocks, wires, logs, cancellationToken).ConfigureAwait(false);
        var log = logs.CreateLogger<SiteService>();
        Log.Started(log, Words.SiteRuns, settings.Data);
        if (settings.Web is { } url)
        {
            await ServeAsync(_site, url, log, cancellationToken).ConfigureAwait(false);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (_web is not null)
        {
            await _web.DisposeAsync().ConfigureAwait(false);
        }

        if (_site is not null)
        {
            await _site.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(Site site, string url, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            _web = await SiteWeb.StartAsync(site.Front, url, logs, cancellationToken).ConfigureAwait(false);
            Log.Served(log, Words.PageServed, _web.Address);
        }
        catch
        {
            await site.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends when the site does; faults when a part of it broke.</summary>
    public Task Running => _site?.Running ?? Task.CompletedTask;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _site!.Running.WaitAsync(stoppingToken);

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "{Words}, data in {Folder}")]
        public static partial void Started(ILogger logger, string words, string folder);

        [LoggerMessage(3003, LogLevel.Information, "{Words}: {Address}")]
        public static partial void Served(ILogger logger, string words, Uri address);
    }
}

/// <summary>Builds the host of a site.</summary>
public static class SiteHost
{
    /// <summary>Every protocol this program speaks; adding a vendor adds a line here.</summary>
    public static PanelAdapters Adapters() => new(
    [
        new Bx6Adapter(),
        new DdpAdapter(),
        new WledAdapter(),
        new AwtrixAdapter(),
        new ColorlightAdapter(),
    ]);

    /// <summary>Runs a site until the process is told to stop.</summary>
    /// <param name="settings">Completes the settings from configuration.</param>
    /// <param name="arguments">The command line of the host.</param>
    /// <param name="started">Told where the site is once it has started.</param>
    /// <param name="cancellationToken">Stops the site.</param>
    public static async Task RunAsync(
        Func<IConfiguration, SiteSettings> settings, string[] arguments, Action<SiteAddress> started, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(started);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
#pragma warning disable RS0030 // The composition root chooses the clock; everybody else is given it.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddPanelTransports();
        var chosen = settings(builder.Configuration);
        builder.Services.AddSingleton(chosen);
        SiteTelemetry.Add(builder.Services, chosen.Telemetry);
        builder.Services.AddSingleton(services => new SiteClocks(services.GetRequiredService<TimeProvider>(), services.GetRequiredService<TimeProvider>()) { Kept = KernelClock.Read });
        builder.Services.AddSingleton(services => new SiteWires(Adapters(), services.GetRequiredService<PanelTransports>()));
        builder.Services.AddSingleton<SiteService>();

        // Changes nothing unless Windows runs this as a service of the name that packaging/windows gives it.
        builder.Services.AddWindowsService(service => service.ServiceName = "signage");
        builder.Services.AddHostedService(services => services.GetRequiredService<SiteService>());

        // What goes wrong at start is told by the caller, in a line; the host would print a stack trace beside it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        // Every request of every open page would be a line otherwise.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // It warns at every start that keys are stored in the clear: they lie in a folder that nobody else may read, see docs/accounts.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.Logging.AddOneLineConsole();
        using var host = builder.Build();

        // Running a host ends with its services disposed: what is wanted of them is taken before.
        var site = host.Services.GetRequiredService<SiteService>();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => started(new SiteAddress(chosen.Data, site.Page)));
        await host.RunAsync(cancellationToken).ConfigureAwait(false);
        if (site.Running is { IsFaulted: true } broken)
        {
            // The host ends in peace when a service of it breaks; whoever started it must hear of it.
            await broken.ConfigureAwait(false);
        }
    }

    /// <summary>Makes a site without starting it.</summary>
    /// <param name="settings">Completes the settings from configuration.</param>
    /// <param name="siteTime">Stamps what is made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SiteStartException">A site is there already, or the import has mistakes; every reason is a line.</exception>
    public static async Task<FoundedSite> FoundAsync(Func<IConfiguration, SiteSettings> settings, TimeProvider siteTime, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton(siteTime);
        builder.Services.AddPanelTransports();
        using var host = builder.Build();
        var wires = new SiteWires(Adapters(), host.Services.GetRequiredService<PanelTransports>());
        return await SiteFounding.FoundAsync(settings(builder.Configuration), wires, siteTime, NullLogger.Instance, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The settings of section <c>Signage</c>, with what the caller names over them.</summary>
    public static SiteSettings Read(IConfiguration configuration, string? data = null, string? profiles = null, string? import = null, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Signage");
        var web = section["Web:Url"] ?? SiteWeb.DefaultUrl;
        return new SiteSettings
        {
            Data = data ?? section["Data"] ?? DefaultData,
            Profiles = profiles ?? section["Profiles"] ?? Path.Combine(AppContext.BaseDirectory, "firmware-profiles"),
            Calendars = section["Calendars"] ?? Path.Combine(AppContext.BaseDirectory, CalendarFolder.BesideProgram),
            Import = import ?? section["Import"],
            TimeZone = section["TimeZone"] ?? "Asia/Shanghai",
            Screening = section["Screening:Lists"],
            OwnPlaces = section["Screening:OwnPlaces"],
            AnyTimeHours = section["Clock:AnyTimeHours"],
            Geocodes = section["Alerts:Geocodes"],
            Alerts = new AlertSettings
            {
                Feeds = section["Alerts:Feeds"],
                EverySeconds = section["Alerts:EverySeconds"],
                AutoSenders = section["Alerts:Auto:Senders"],
                AutoSeverity = section["Alerts:Auto:Severity"],
                AutoUrgency = section["Alerts:Auto:Urgency"],
                AutoCertainty = section["Alerts:Auto:Certainty"],
            },
            People = new PeopleSettings
            {
                SiteName = Said(section["People:SiteName"]),
                Reviews = Said(section["People:Reviews"]),
                Https = Said(section["People:Https"]),
                Proxies = Said(section["People:Proxies"]),
                PasswordDays = Said(section["People:PasswordDays"]),
            },
            Latitude = section["Place:Latitude"],
            Longitude = section["Place:Longitude"],
            Telemetry = section["Telemetry"],
            Web = port is { } other ? SiteWeb.WithPort(web, other) : web,
        };
    }

    // An empty variable says nothing.
    private static string? Said(string? value) => string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Where the site of this machine keeps its data, for a command that is not told: read as the site itself reads it.</summary>
    public static string DataFolder() =>
        Read(new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build()).Data;

    /// <summary>Where a site keeps its data when nobody says: the user's own application data.</summary>
    private static string DefaultData => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "signage");
}
