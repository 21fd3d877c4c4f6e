using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Hosting;
using Signage.Core.Ports;

namespace Browser.Tests.Sites;

/// <summary>Pages over a site that stands still: what they show is what a test says.</summary>
internal sealed class ShownSite : ISiteWindow, IAsyncDisposable
{
    private readonly SiteView _view;
    private readonly string _keys = Directory.CreateTempSubdirectory("signage-page-").FullName;
    private SiteWeb _web = null!;

    private ShownSite(IReadOnlyList<PanelView> panels, int? blank) => _view = new SiteView(panels, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), blank);

    public Uri Address => _web.Address;

    public SiteView Now => _view;

    public static async Task<ShownSite> StartAsync(IReadOnlyList<PanelView> panels, CancellationToken cancellationToken, int? blank = null, int port = 0)
    {
        var site = new ShownSite(panels, blank);
        var clocks = new SiteClocks(TimeProvider.System, TimeProvider.System);
        site._web = await SiteWeb.StartAsync(new SiteFront(site, clocks, new SiteHealth(new Pulses(TimeProvider.System), new PanelBoard()), NobodyYet.Of(Path.Combine(site._keys, "keys"))), $"http://127.0.0.1:{port}", NullLoggerFactory.Instance, cancellationToken);
        return site;
    }

    public IDisposable OnChange(Action changed) => new Nobody();

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    private sealed class Nobody : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
