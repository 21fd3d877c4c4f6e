using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Access;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Accounts.Sessions;
using Signage.Web.Hosting;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>A real web server on this machine with the pages for coming in, and some endpoints that ask for this and that. Its clock is stepped; what outlives a restart is handed over.</summary>
internal sealed class AccountsSite : IAsyncDisposable
{
    public const string CertificateName = "CN=localhost";

    private readonly WebApplication _app;

    private AccountsSite(WebApplication app, AccountsGround ground, CountingHasher hasher, MachineScreen screen) => (_app, Ground, Hasher, Screen) = (app, ground, hasher, screen);

    public AccountsGround Ground { get; }

    public MemoryBook Book => Ground.Book;

    public FakeTimeProvider Time => Ground.Time;

    public CountingHasher Hasher { get; }

    public MachineScreen Screen { get; }

    public Uri Address => new(_app.Urls.First());

    public IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public static async Task<AccountsSite> StartAsync(AccountsGround ground, Func<SiteAccountsSettings, SiteAccountsSettings>? change = null, Action<IServiceCollection>? services = null, bool isTlsElsewhere = false, int rounds = 1000)
    {
        var settings = new SiteAccountsSettings("南津路社区", ground.Keys) { PasswordDays = null };
        settings = change?.Invoke(settings) ?? settings;
        var (hasher, screen) = (new CountingHasher(rounds), new MachineScreen());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        if (settings.IsHttps && !isTlsElsewhere)
        {
            builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("https://127.0.0.1:0").ConfigureKestrel(server => server.ConfigureHttpsDefaults(https => https.ServerCertificate = Certificate()));
        }

        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(ground.Logs);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IAccountBook>(ground.Book).AddSingleton<ISessionShelf>(ground.Shelf).AddSingleton<IClaimConsole>(screen);
        builder.Services.AddSingleton<IPasswordHasher<AccountUser>>(hasher);
        builder.Services.AddSiteAccounts(settings, ground.Time);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UsePageHeaders();
        app.UseRouting();
        app.Use((context, next) =>
        {
            // A test may come from another machine.
            context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers["X-Test-From"], out var from) ? from : context.Connection.RemoteIpAddress;
            return next(context);
        });
        app.UseWhen(context => context.Request.Path == "/live", live => live.UseWebSockets());
        app.UseSiteAccounts();
        app.MapSiteAccounts();
        Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AccountsSite(app, ground, hasher, screen);
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Waits until what is written behind the back of requests is written: wrong tries, and sessions.</summary>
    public async Task SettleAsync()
    {
        await Service<WrongTries>().WriteAsync(isAll: false, TestContext.Current.CancellationToken);
        await Service<SessionBook>().Writer.WriteAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The sessions that would be there after a restart.</summary>
    public async Task<IReadOnlyList<Session>> ShelvedAsync()
    {
        await Service<SessionBook>().Writer.WriteAsync(TestContext.Current.CancellationToken);
        return Ground.Shelf.Sessions;
    }

    /// <summary>Ends it as a host does whose time for that is over.</summary>
    public Task StopInHasteAsync() => _app.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext context) => $"home of {context.User.Identity?.Name}");
        app.MapGet("/look", () => "what the panels show").RequireAuthorization(DutyPolicies.Look);
        app.MapGet("/silent", () => "nobody said who may see this");
        app.MapGet("/accounts.css", () => "body { }").AllowAnonymous();
        app.MapGet("/fresh", () => "fresh").RequireAuthorization(DutyPolicies.Fresh);
        app.MapGet("/live", LiveAsync);
        app.MapBlazorHub();
        foreach (var duty in DutyPolicies.All)
        {
            app.MapGet($"/duty/{(int)duty}", () => $"{duty}").RequireAuthorization(DutyPolicies.Of(duty));
        }
    }

    // Like a page that is open: it says hello, and then answers every word with the same.
    private static async Task LiveAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, context.RequestAborted);
        try
        {
            var word = new byte[64];
            while (await socket.ReceiveAsync(word, context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } heard)
            {
                await socket.SendAsync(word.AsMemory(0, heard.Count), heard.MessageType, heard.EndOfMessage, context.RequestAborted);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // The connection was cut, which is what tests look for at its other end.
            return;
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(CertificateName, key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
