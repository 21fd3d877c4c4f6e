using System.Net;
using System.Text.RegularExpressions;
using Browser.Tests.Sites;
using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Core.Review;

namespace Browser.Tests.Proxies;

/// <summary>A real site behind a real proxy (docs/operations.md, <c>Signage:People:Proxies</c> and <c>Https</c>): whose address a visitor's is, by which address tries are counted, and what goes by https only.</summary>
public sealed partial class ProxyTests
{
    private const string Near = "127.0.0.9";
    private const string Far = "127.0.0.8";
    private const string Visitor = "127.0.0.21";
    private const string Neighbour = "127.0.0.22";

    // Wrong tries that one address has in ten minutes, from browsers that are not known.
    private const int MostOfAddress = 30;

    private static readonly ProxyHabits Usual = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Which proxies are named, which way a request goes (from the visitor on), what the visitor says of itself, and whose address the site writes down.
    private static readonly (string? Named, string[] Row, string? Claims, string Expected)[] Ways =
    [
        // One that is named is believed: what it says itself, and not what it was told.
        (Near, [Near], null, Visitor),
        (Near, [Near], "203.0.113.7", Visitor),
        (Near, [Near], $"203.0.113.7, {Near}", Visitor),
        ($"{Near} 192.0.2.1", [Near], null, Visitor),

        // Two in a row, both named: each adds one.
        ($"{Far} {Near}", [Far, Near], null, Visitor),
        ($"{Far} {Near}", [Far, Near], "203.0.113.7", Visitor),
        ($"{Far} {Near}", [Near], $"203.0.113.7, {Far}", Visitor),
        ($"{Near} {Far}", [Far, Near], "203.0.113.7", Visitor),

        // One of the two is not named: it is the visitor, as far as anybody knows.
        (Near, [Far, Near], null, Far),
        (Near, [Far, Near], "203.0.113.7", Far),

        // Nobody is believed who is not named, on this machine or not.
        (null, [Near], null, Near),
        (null, [], "203.0.113.7", Visitor),
        (Far, [Near], null, Near),
        (Near, [], "203.0.113.7", Visitor),
        (Near, [], Near, Visitor),
    ];

    public static TheoryData<string?> Named => [.. Ways.Select(way => way.Named).Distinct()];

    [Theory]
    [MemberData(nameof(Named))]
    public async Task Address_WhenAProxyHandsARequestOn_IsBelievedOfThoseThatAreNamed(string? named)
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = named }, wasClaimed: false, Token);
        var person = await site.AddAsync(site.Make("writer", Duty.Write, hasCode: false), Token);
        foreach (var (_, row, claims, expected) in Ways.Where(way => way.Named == named))
        {
            await using var proxies = new ProxyRow(site.Address, row);
            using var browser = new FarBrowser(proxies.Address, Visitor, claims);
            Assert.Equal((303, "/"), await LogInAsync(browser, person));

            // Who came in from where stands in the audit.
            var line = (await site.AuditAsync(0, Token)).Lines.Last(one => one.Contains(AccountDeed.LogIn, StringComparison.Ordinal));
            Assert.Equal((string.Join(" → ", row), claims, expected), (string.Join(" → ", row), claims, From().Match(line).Groups[1].Value));
        }
    }

    [Theory]
    [InlineData(Near, true)]
    [InlineData(null, false)]
    public async Task Tries_WhenTheyComeThroughAProxy_AreCountedByTheVisitorsAddressWhereItIsNamed(string? named, bool isOfVisitor)
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = named }, wasClaimed: false, Token);
        await using var proxy = new SmallProxy(site.Address, IPAddress.Parse(Near), Usual);
        var person = await site.AddAsync(site.Make("writer", Duty.Write, hasCode: false), Token);
        using var visitor = new FarBrowser(proxy.Address, Visitor);
        for (var tried = 0; tried < MostOfAddress; tried++)
        {
            Assert.Equal(400, await TryAsync(visitor, $"nobody-{tried}"));
        }

        // Neither another browser nor another word about itself gives that address more.
        using var again = new FarBrowser(proxy.Address, Visitor, "203.0.113.7");
        Assert.Equal((429, 429), (await TryAsync(visitor, "nobody-more"), await TryAsync(again, "nobody-else")));

        // Whoever sits elsewhere comes in as ever, where the proxy is named; where it is not, all have one address.
        using var neighbour = new FarBrowser(proxy.Address, Neighbour);
        Assert.Equal(isOfVisitor ? 400 : 429, await TryAsync(neighbour, "nobody-there"));
        Assert.Equal(isOfVisitor ? 303 : 429, (await LogInAsync(neighbour, person)).Status);
    }

    [Fact]
    public async Task Tries_WhenSomebodyGoesAroundTheProxyAndSaysToComeFromEverywhere_AreCountedByTheOwnAddress()
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = Near }, wasClaimed: false, Token);
        await using var proxy = new SmallProxy(site.Address, IPAddress.Parse(Near), Usual);
        var person = await site.AddAsync(site.Make("writer", Duty.Write, hasCode: false), Token);
        for (var tried = 0; tried <= MostOfAddress; tried++)
        {
            using var stranger = new FarBrowser(site.Address, Neighbour, $"127.0.1.{tried}, {Visitor}");
            Assert.Equal((tried, tried < MostOfAddress ? 400 : 429), (tried, await TryAsync(stranger, $"nobody-{tried}")));
        }

        // That costs nothing whom it pretended to be.
        using var visitor = new FarBrowser(proxy.Address, Visitor);
        Assert.Equal((303, "/"), await LogInAsync(visitor, person));
    }

    [Fact]
    public async Task Https_WhenTheSettingsSaySo_GivesCookiesThatGoByHttpsOnlyAndAddressesOfHttps()
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = Near, Https = "true" }, wasClaimed: false, Token);
        await using var proxy = new SmallProxy(site.Address, IPAddress.Parse(Near), Usual with { IsHttps = true });
        var manager = await site.AddAsync(site.Make("manager", Duty.Manage), Token);
        var person = await site.AddAsync(site.Make("writer", Duty.Write, hasCode: false), Token);
        using var browser = new FarBrowser(proxy.Address, Visitor);
        var form = await browser.GetAsync("/login");
        var shown = await browser.FillAsync("/login", ("login", person.Login.Value), ("password", Insiders.Password));
        Assert.Equal((303, "/"), (shown.Status, shown.Location));
        Assert.Equal(200, (await browser.GetAsync("/account")).Status);
        string[] given = [.. form.SetCookies, .. shown.SetCookies];
        Assert.Superset(new HashSet<string> { "__Host-signage-form", "__Host-signage", "__Host-signage-known" }, given.Select(cookie => cookie.Split('=')[0]).ToHashSet());
        Assert.All(given, cookie => Assert.Matches("^__Host-.*; path=/.*; secure", cookie));

        // The address that a manager hands on with an invitation is the one that browsers know.
        var invited = await InviteAsync(site, proxy, manager);
        Assert.Contains($"https://{proxy.Address.Authority}/welcome", invited.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_WhenTheSettingsSaySo_LetsThePlainAddressOpenNothing()
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Https = "true" }, wasClaimed: false, Token);
        var person = await site.AddAsync(site.Make("writer", Duty.Write, hasCode: false), Token);

        // A browser keeps no such cookie of a plain address, and sends none there.
        using var browser = new FarBrowser(site.Address, Visitor);
        Assert.Equal(400, (await LogInAsync(browser, person)).Status);
        Assert.Equal((303, "/login?return=%2Faccount"), Where(await browser.GetAsync("/account")));

        // Nor is a session taken under the name that it would have without https.
        var cookie = await site.ComeInAsync(person, TimeSpan.Zero);
        Assert.StartsWith("__Host-signage=", cookie, StringComparison.Ordinal);
        var plain = new HttpRequestMessage(HttpMethod.Get, "/account");
        plain.Headers.Add("Cookie", cookie["__Host-".Length..]);
        Assert.Equal(303, (await browser.SendAsync(plain)).Status);
    }

    [Fact]
    public async Task Https_WhenAProxySaysItAndTheSettingsDoNot_IsNotBelieved()
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = Near }, wasClaimed: false, Token);
        var habits = Usual with { Says = [("X-Forwarded-Proto", "https"), ("Forwarded", "proto=https;host=evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Prefix", "/evil")] };
        await using var proxy = new SmallProxy(site.Address, IPAddress.Parse(Near), habits);
        var manager = await site.AddAsync(site.Make("manager", Duty.Manage), Token);
        var person = await site.AddAsync(site.Make("writer", Duty.Write, hasCode: false), Token);
        using var browser = new FarBrowser(proxy.Address, Visitor);
        var shown = await browser.FillAsync("/login", ("login", person.Login.Value), ("password", Insiders.Password));
        Assert.Equal((303, "/"), Where(shown));
        Assert.NotEmpty(shown.SetCookies);
        Assert.All(shown.SetCookies, cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
        var invited = await InviteAsync(site, proxy, manager);
        Assert.Contains($"http://{proxy.Address.Authority}/welcome", invited.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", invited.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhenTheProxyHandsOnAnotherHost_IsNotTaken()
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = Near }, wasClaimed: false, Token);
        await using var proxy = new SmallProxy(site.Address, IPAddress.Parse(Near), Usual with { Host = "site.example" });
        var person = await site.AddAsync(site.Make("writer", Duty.Write, hasCode: false), Token);
        using var browser = new FarBrowser(proxy.Address, Visitor);
        Assert.Equal(400, (await LogInAsync(browser, person)).Status);
        Assert.DoesNotContain((await site.AuditAsync(0, Token)).Lines, line => line.Contains(AccountDeed.LogIn, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData(Near, 303)]
    public async Task Name_WhenItIsNoneOfThisMachine_IsTheAffairOfTheProxyThatIsNamed(string? named, int status)
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = named }, wasClaimed: true, Token);
        var asked = new HttpRequestMessage(HttpMethod.Get, "/");
        asked.Headers.Host = "panel.example";
        using var browser = new FarBrowser(site.Address, Visitor);
        Assert.Equal(status, (await browser.SendAsync(asked)).Status);
    }

    [Fact]
    public async Task Health_WhenThereIsAProxy_IsToldToWhoeverHasComeIn()
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = Near }, wasClaimed: false, Token);
        await using var proxy = new SmallProxy(site.Address, IPAddress.Parse(Near), Usual);
        using var browser = new FarBrowser(proxy.Address, Visitor);
        Assert.Equal((200, null), Where(await browser.GetAsync("/health")));
        var person = await site.AddAsync(site.Make("nobody-special", Duty.None, hasCode: false), Token);
        Assert.Equal((401, null), Where(await browser.GetAsync("/health")));

        // Also on the machine itself: who stands there cannot be told from whoever comes through.
        using var beside = new FarBrowser(site.Address, "127.0.0.1");
        Assert.Equal((401, null), Where(await beside.GetAsync("/health")));
        Assert.Equal((303, "/"), await LogInAsync(browser, person));
        Assert.Equal((200, null), Where(await browser.GetAsync("/health")));
    }

    [Fact]
    public async Task Circuit_WhenOpenedThroughAProxy_AnswersWhoeverHasComeIn()
    {
        await using var site = await DoorSite.StartAsync(new PeopleSettings { Proxies = Near }, wasClaimed: false, Token);
        await using var proxy = new SmallProxy(site.Address, IPAddress.Parse(Near), Usual);
        var person = await site.AddAsync(site.Make("nobody-special", Duty.None, hasCode: false), Token);
        using var browser = new FarBrowser(proxy.Address, Visitor);
        Assert.Equal((401, null), Where(await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"))));
        Assert.Equal((303, "/"), await LogInAsync(browser, person));
        Assert.Equal("{}\u001E", await browser.OpenCircuitAsync());
    }

    // The manager is in already, as the site remembers it.
    private static async Task<Reply> InviteAsync(DoorSite site, SmallProxy proxy, Account manager)
    {
        using var browser = new FarBrowser(proxy.Address, Visitor);
        browser.Keep(await site.ComeInAsync(manager, TimeSpan.Zero));
        var invited = await browser.FillAsync("/people", ("login", "newcomer"), ("name", "新人"), ("duty", "1"));
        Assert.Equal(200, invited.Status);
        return invited;
    }

    private static async Task<(int Status, string? Location)> LogInAsync(FarBrowser browser, Account person) =>
        Where(await browser.FillAsync("/login", ("login", person.Login.Value), ("password", Insiders.Password)));

    // The page is shown again: a form that was not looked at would not show it.
    private static async Task<int> TryAsync(FarBrowser browser, string login)
    {
        var reply = await browser.FillAsync("/login", ("login", login), ("password", "wrong"));
        Assert.Contains("action=\"/login\"", reply.Body, StringComparison.Ordinal);
        return reply.Status;
    }

    private static (int Status, string? Location) Where(Reply reply) => (reply.Status, reply.Location);

    [GeneratedRegex("lastFrom\\W+([0-9a-f.:]+)")]
    private static partial Regex From();
}
