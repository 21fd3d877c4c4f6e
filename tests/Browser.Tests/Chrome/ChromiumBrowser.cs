using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Browser.Tests.Chrome;

/// <summary>A real Chromium with a profile of its own, started for the first test that needs it and ended after the last.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // No sandbox, because CI runs as root in a container; the rest keeps the browser from calling home on its own account.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>Opens a page at an address, and waits until it is drawn.</summary>
    /// <remarks>Skips the test when the program is missing.</remarks>
    public async Task<SeenPage> OpenAsync(Uri address, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool lessMotion = false)
    {
        Need();
        _driver ??= await Playwright.CreateAsync();

        // Patience for a busy machine; what has to be seen within a time says so itself.
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser ??= await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Flags });
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 780 : 900 },
            DeviceScaleFactor = width < 600 ? 2 : 1,
            ColorScheme = scheme,
            ReducedMotion = lessMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Locale = "zh-CN",
        });
        var seen = new SeenPage(await context.NewPageAsync());
        await seen.Page.GotoAsync(address.ToString());
        await seen.Page.WaitForSelectorAsync(".page");
        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _driver?.Dispose();
    }

    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    private static void Need()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(File.Exists(Program), "chromium is missing: apt-get install chromium");
        }

        Assert.SkipUnless(File.Exists(Program), "apt-get install chromium");
    }
}

/// <summary>A page with everything that it asked for and complained about.</summary>
public sealed class SeenPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public SeenPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.WebSocket += (_, socket) => _requests.Enqueue(socket.Url);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Requests => _requests;

    public IReadOnlyCollection<string> Complaints => _complaints;

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    /// <summary>The card of a panel on the home page.</summary>
    public ILocator Card(string panel) => Page.Locator($"#panel-{panel}");

    /// <summary>The state in words on the card of a panel.</summary>
    public ILocator State(string panel) => Card(panel).Locator(".card-head .light");
}
