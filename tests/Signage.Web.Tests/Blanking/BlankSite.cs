using Microsoft.Extensions.DependencyInjection;
using Signage.Core.Blanking;
using Signage.Core.Ports;
using Signage.Core.Review;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Blanking;

/// <summary>A site with accounts and a desk for blanks, and people who have come in.</summary>
internal sealed class BlankSite : IAsyncDisposable
{
    private readonly AccountsGround _ground = new();
    private readonly List<Browser> _browsers = [];

    private BlankSite()
    {
    }

    public AccountsSite Site { get; private set; } = null!;

    public MemoryDesk Desk { get; private set; } = null!;

    public static async Task<BlankSite> StartAsync(ReviewMode mode = ReviewMode.ThreeReviews)
    {
        var site = new BlankSite();
        var ground = site._ground;
        site.Desk = new MemoryDesk(ground.Time, id => BlankDuties.MayResume(ground.Book.FindAsync(id, default).AsTask().GetAwaiter().GetResult(), mode), mode);
        site.Site = await AccountsSite.StartAsync(ground, settings => settings with { Mode = mode }, services => services.AddSingleton<IBlankDesk>(site.Desk));
        return site;
    }

    /// <summary>A browser with a person of a duty in it, who has just come in.</summary>
    public async Task<Browser> ComeInAsync(string login, Duty duties) => await ComeInAsync(await Site.AddAsync(login, duties));

    public async Task<Browser> ComeInAsync(Insider person)
    {
        var browser = Stranger();
        await browser.LogInAsync(person);
        return browser;
    }

    /// <summary>A browser with nobody in it.</summary>
    public Browser Stranger()
    {
        var browser = new Browser(Site);
        _browsers.Add(browser);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        await Site.DisposeAsync();
        _ground.Dispose();
    }
}
