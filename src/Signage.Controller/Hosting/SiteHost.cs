using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Signage.Protocols.Adapters;
using Signage.Protocols.Vendors.Onbon;
using Signage.Transports;
using Signage.Transports.Links;

namespace Signage.Controller.Hosting;

/// <summary>The site as a hosted service: started and stopped by the host, which ends when the site breaks.</summary>
/// <param name="settings">How it is set up.</param>
/// <param name="clocks">Its clocks.</param>
/// <param name="wires">Protocols and links.</param>
/// <param name="logs">What is told to a technician.</param>
public sealed partial class SiteService(SiteSettings settings, SiteClocks clocks, SiteWires wires, ILoggerFactory logs) : BackgroundService
{
    private Site? _site;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _site = await Site.StartAsync(settings, clocks, wires, logs, cancellationToken).ConfigureAwait(false);
        Log.Started(logs.CreateLogger<SiteService>(), Words.SiteRuns, settings.Data);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (_site is not null)
        {
            await _site.DisposeAsync().ConfigureAwait(false);
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
    }
}

/// <summary>Builds the host of a site.</summary>
public static class SiteHost
{
    /// <summary>Every protocol this program speaks; adding a vendor adds a line here.</summary>
    public static PanelAdapters Adapters() => new([new Bx6Adapter()]);

    /// <summary>Runs a site until the process is told to stop.</summary>
    /// <param name="settings">Completes the settings from configuration.</param>
    /// <param name="arguments">The command line of the host.</param>
    /// <param name="cancellationToken">Stops the site.</param>
    public static async Task RunAsync(Func<IConfiguration, SiteSettings> settings, string[] arguments, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
#pragma warning disable RS0030 // The composition root chooses the clock; everybody else is given it.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddPanelTransports();
        builder.Services.AddSingleton(settings(builder.Configuration));
        builder.Services.AddSingleton(services => new SiteClocks(services.GetRequiredService<TimeProvider>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new SiteWires(Adapters(), services.GetRequiredService<PanelTransports>()));
        builder.Services.AddSingleton<SiteService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SiteService>());

        // What goes wrong at start is told by the caller, in a line; the host would print a stack trace beside it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        using var host = builder.Build();

        // Asked for now: a host that has run gives nothing out any more.
        var site = host.Services.GetRequiredService<SiteService>();
        await host.RunAsync(cancellationToken).ConfigureAwait(false);
        if (site.Running is { IsFaulted: true } broken)
        {
            // The host ends in peace when a service of it breaks; whoever started it must hear of it.
            await broken.ConfigureAwait(false);
        }
    }

    /// <summary>The settings of section <c>Signage</c>, with what the caller names over them.</summary>
    public static SiteSettings Read(IConfiguration configuration, string? data = null, string? profiles = null, string? import = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Signage");
        return new SiteSettings
        {
            Data = data ?? section["Data"] ?? DefaultData,
            Profiles = profiles ?? section["Profiles"] ?? Path.Combine(AppContext.BaseDirectory, "firmware-profiles"),
            Import = import ?? section["Import"],
            TimeZone = section["TimeZone"] ?? "Asia/Shanghai",
        };
    }

    /// <summary>Where a site keeps its data when nobody says: the user's own application data.</summary>
    public static string DefaultData => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "signage");
}
