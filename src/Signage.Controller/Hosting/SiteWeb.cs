using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Signage.Controller.People;
using Signage.Core.Text;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Hosting;

namespace Signage.Controller.Hosting;

/// <summary>
/// The web server of a site. It looks at the site through its window only, and is stopped before the site is. What is served stands in
/// <see cref="SiteWebEndpoints"/>.
/// </summary>
public sealed class SiteWeb : IAsyncDisposable
{
    /// <summary>Where the pages are when nobody says otherwise: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(3);
    private static readonly string[] OwnNames = ["127.0.0.1", "localhost", "[::1]"];
    private readonly WebApplication _app;

    private readonly PeopleDoor _door;

    private SiteWeb(WebApplication app, PeopleDoor door, Uri address) => (_app, _door, Address) = (app, door, address);

    /// <summary>Where the pages are, with the port that was found when any would do.</summary>
    public Uri Address { get; }

    /// <summary>Starts serving.</summary>
    /// <param name="front">The site.</param>
    /// <param name="url">Where to listen; port 0 takes a free one.</param>
    /// <param name="logs">What is told to a technician.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="SiteStartException">The address cannot be had; the reason is one line.</exception>
    public static async Task<SiteWeb> StartAsync(SiteFront front, string url, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(front);
        var address = Read(url);
        var app = Built(front, address, logs);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            front.People.Door.Open(new PeopleDesks(app.Services.GetRequiredService<ClaimDesk>(), app.Services.GetRequiredService<ConsoleDesk>()));
            return new SiteWeb(app, front.People.Door, new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()));
        }
        catch (Exception refused)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw refused switch
            {
                IOException { InnerException: AddressInUseException } => new SiteStartException(Words.PagePortTaken.With(Plain(address), address.Port + 1), refused),
                IOException or SocketException or InvalidOperationException =>
                    new SiteStartException(Words.PageNotServed.With(Plain(address), refused.Message), refused),
                _ => refused,
            };
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _door.Close();
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The same address with another port.</summary>
    /// <exception cref="SiteStartException">The address is none.</exception>
    public static string WithPort(string url, int port) => Plain(new UriBuilder(Read(url)) { Port = port }.Uri);

    /// <summary>Looks whether the address is free now. It may be taken a moment later, and then <see cref="StartAsync"/> says so.</summary>
    /// <exception cref="SiteStartException">The address is none, or another program listens there.</exception>
    public static void AssertFree(string url)
    {
        var address = Read(url);
        var host = address.Host is "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host.Trim('[', ']'), out var named) ? named : null;
        if (host is null || address.Port == 0)
        {
            return;
        }

        using var door = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            door.Bind(new IPEndPoint(host, address.Port));
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new SiteStartException(Words.PagePortTaken.With(Plain(address), address.Port + 1), refused);
        }
        catch (SocketException)
        {
            // Another reason is better told by whoever really listens.
            return;
        }
    }

    // The folder of keys is made and looked at on the way.
    private static WebApplication Built(SiteFront front, Uri address, ILoggerFactory logs)
    {
        try
        {
            return Build(front, address, logs);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SiteStartException(Words.PageNotServed.With(Plain(address), refused.Message), refused);
        }
    }

    private static WebApplication Build(SiteFront front, Uri address, ILoggerFactory logs)
    {
        // Empty: no setting of the machine or of a container may move the pages away from where this program says they are.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = Assembly.GetEntryAssembly()!.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.AddServerHeader = false).UseStaticWebAssets().UseUrls(Plain(address));
        builder.Services.AddSingleton(logs);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);

        // A page elsewhere that points its own name at this machine gets nothing. Before a proxy names are the proxy's affair: it hands on those that it is configured for.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = address.IsLoopback && front.People.Proxies.Count == 0 ? OwnNames : ["*"]);
        builder.Services.AddSitePages(front.Window, new PageClocks(front.Clocks.Site, front.Clocks.Line));
        builder.Services.AddSingleton(front.People.Book).AddSingleton(front.People.Shelf).AddSingleton<IClaimConsole>(front.People.Screen).AddSingleton<IQrDrawing, QrDrawing>();
        if (front.People.Blanks is { } blanks)
        {
            builder.Services.AddSingleton(blanks);
        }

        builder.Services.AddSiteAccounts(front.People.Settings, front.Clocks.Line);
        builder.Services.AddHealthChecks().AddCheck("site", front.Health);
        var app = builder.Build();
        app.UseForwardedHeaders(Believed(front.People.Proxies));
        app.UseHostFiltering();
        app.UsePageHeaders();
        SiteWebEndpoints.Map(app, address.IsLoopback && front.People.Proxies.Count == 0);
        return app;
    }

    // Anybody can say of itself that it comes from elsewhere. Of the proxies that are named each may add one address; who comes by another way keeps its own.
    private static ForwardedHeadersOptions Believed(IReadOnlyList<IPAddress> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = proxies.Count > 0 ? ForwardedHeaders.XForwardedFor : ForwardedHeaders.None, ForwardLimit = Math.Max(1, proxies.Count) };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        proxies.ToList().ForEach(options.KnownProxies.Add);
        return options;
    }

    private static Uri Read(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.Port is >= 0 and <= IPEndPoint.MaxPort
        ? address
        : throw new SiteStartException(Words.NoPageAddress.With(url));

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
