using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Core.Panels;
using Signage.Core.Ports;
using Signage.Storage;
using Signage.Testing.Recording;
using Signage.Transports.Links;
using Signage.Transports.Tcp;
using Signage.Web.Accounts.Sessions;

namespace Browser.Tests.Sites;

/// <summary>
/// A real site with its real web server, in the hands of a test that looks at its doors. The clock of its people stands still, so that no session grows old by itself; hashing is cheap, because what it costs is
/// asserted elsewhere. Its one panel is where nobody answers.
/// </summary>
internal sealed class DoorSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-doors-").FullName;
    private readonly HttpClient _visitors = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.None });
    private Site? _site;
    private SiteWeb? _web;
    private IHost? _host;

    private DoorSite()
    {
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _web!.Address;

    /// <summary>The clock of its people. It stands.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>What it printed.</summary>
    public SiteConsole Console { get; } = new();

    /// <summary>Its people.</summary>
    public SitePeople People => _site!.People;

    /// <summary>Its switch.</summary>
    public IBlankDesk Blanks => People.Blanks!;

    /// <summary>A site.</summary>
    /// <param name="people">How it deals with people.</param>
    /// <param name="wasClaimed">Whether somebody had claimed it before its database was lost.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DoorSite> StartAsync(PeopleSettings people, bool wasClaimed, CancellationToken cancellationToken)
    {
        var site = new DoorSite();
        try
        {
            await site.RunAsync(people, wasClaimed, cancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>A service of its web server.</summary>
    public T Service<T>()
        where T : notnull => _host!.Services.GetRequiredService<T>();

    /// <summary>Asks as a program does that follows nothing and keeps nothing.</summary>
    public async Task<Reply> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var answer = await _visitors.SendAsync(request, cancellationToken);
            return await Reply.OfAsync(answer, cancellationToken);
        }
    }

    /// <summary>What the owner of the machine is told at the control socket.</summary>
    public Task<JsonObject> AskAsync(JsonObject request, CancellationToken cancellationToken) => ControlClient.SendAsync(SiteSettings.SocketOf(_folder), request, TimeProvider.System, cancellationToken);

    /// <summary>The entries of the audit after a number, and the number of the newest.</summary>
    public async Task<(IReadOnlyList<string> Lines, long Newest)> AuditAsync(long after, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(new JsonObject { ["verb"] = "audit.read", ["after"] = after }, cancellationToken);
        return ([.. answer["lines"]!.AsArray().Select(line => (string)line!)], (long)answer["newest"]!);
    }

    /// <summary>Lets somebody in, so long ago, who has done nothing since; the account need not be one of the site.</summary>
    /// <returns>The cookie of the browser.</returns>
    public async Task<string> ComeInAsync(Account account, TimeSpan ago)
    {
        var now = Clock.GetUtcNow();
        Clock.AdjustTime(now - ago);
        var id = await Service<SessionBook>().BeginAsync(account);
        Clock.AdjustTime(now);
        return CookieOf(id);
    }

    /// <summary>Lets somebody in, so long ago, who has done something every few minutes since.</summary>
    /// <returns>The cookie of the browser.</returns>
    public async Task<string> StayInAsync(Account account, TimeSpan ago, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        Clock.AdjustTime(now - ago);
        var id = await Service<SessionBook>().BeginAsync(account);
        for (var at = now - ago; at < now; at += TimeSpan.FromMinutes(10))
        {
            Clock.AdjustTime(at);
            Assert.NotNull(await Service<SessionBook>().LookAsync(Session.KeyOf(id), isActive: true, cancellationToken));
        }

        Clock.AdjustTime(now);
        return CookieOf(id);
    }

    public async ValueTask DisposeAsync()
    {
        _visitors.Dispose();
        if (_web is not null)
        {
            await _web.DisposeAsync();
        }

        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    // The cookie itself is good for longer than any session: what ends is the session.
    private string CookieOf(string id)
    {
        var options = Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var (begun, ends) = (Clock.GetUtcNow().AddDays(-1), Clock.GetUtcNow().AddDays(1));
        var ticket = new AuthenticationTicket(SessionClaims.ForCookie(id), new AuthenticationProperties { IssuedUtc = begun, ExpiresUtc = ends }, SessionCookie.Scheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    private async Task RunAsync(PeopleSettings people, bool wasClaimed, CancellationToken cancellationToken)
    {
        if (wasClaimed)
        {
            // Who has claimed a site was in, and is remembered in a file that no lost database takes along.
            await File.WriteAllTextAsync(Path.Combine(_folder, "sessions.json"), "", cancellationToken);
        }

        await using (var store = await SiteStore.OpenAsync(Path.Combine(_folder, "site.db"), TimeProvider.System, cancellationToken))
        {
            var panel = new Panel(new PanelId("gate"), "东门条屏", "onbon/bx-6e2", PanelFace.Parse("160x16x1"), new Uri("tcp://127.0.0.1:1"));
            await store.As(Actor.Site).ImportOnceAsync("test", new SiteContents([panel], [], []), cancellationToken);
        }

        var settings = new SiteSettings { Data = _folder, Profiles = Path.Combine(AppContext.BaseDirectory, "firmware-profiles"), RuntimeFolder = _folder, Quartz = false, People = people };
        var wires = new SiteWires(SiteHost.Adapters(), new PanelTransports([new TcpTransport(TimeProvider.System)]));
        var clocks = new SiteClocks(TimeProvider.System, TimeProvider.System);
        _site = await Site.StartAsync(settings, clocks, wires, Console, cancellationToken);

        // Before anything asks for it: afterwards the hasher has been made.
        using var hosts = new BuiltHosts(host => host.Services.GetService<IOptions<PasswordHasherOptions>>()?.Value.IterationCount = Insiders.Rounds);
        _web = await SiteWeb.StartAsync(_site.Front with { Clocks = clocks with { Line = Clock } }, "http://127.0.0.1:0", NullLoggerFactory.Instance, cancellationToken);
        _host = hosts.At(_web.Address);
    }
}
