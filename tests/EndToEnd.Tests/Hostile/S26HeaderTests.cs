using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Hostile;

/// <summary>S26: every answer, errors too, forbids the browser whatever the page does not need, and nothing that is served asks another server for anything.</summary>
/// <param name="site">The site.</param>
[Collection(ServedSiteTests.Name)]
public sealed partial class S26HeaderTests(ServedSite site)
{
    private static readonly string[] Errors = ["/no-such-page", "/panel/", "/panel/no-such-panel", "/_blazor?id=guess", "/_content/Signage.Web/no-such.css", "/a%2f..%2f..%2fb", "/not-found"];
    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];

    // Names of vocabularies, which nobody fetches, and places that a message of the framework tells a developer to read.
    private static readonly string[] NeverFetched = ["http://www.w3.org/", "https://aka.ms/", "https://go.microsoft.com/", "https://learn.microsoft.com/", "https://github.com/"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S26_Answer_WhenAny_CarriesTheHeadersOfAllPages()
    {
        var web = new RawWeb(site.Page);
        foreach (var path in site.Routes.Select(route => route.Path).Concat(Errors))
        {
            foreach (var verb in Verbs)
            {
                var request = HostileRequest.Verb(verb).Make(new HostileTarget(site.Page.Authority, path));
                var answer = await web.AskAsync(request, isAll: false, Token);
                Assert.True(answer is { Code: > 0 }, $"{verb} {path}");
                AssertGuarded($"{verb} {path} {answer.Code}", answer);
            }
        }
    }

    [Fact]
    public async Task S26_Served_WhenAnyPageScriptOrStyle_AsksNoOtherServer()
    {
        using var visitor = new HttpClient { BaseAddress = site.Page };
        var (waiting, seen) = (new Queue<Uri>(site.Routes.Where(route => route.Methods.Length == 0 || route.Methods.Contains("GET")).Select(route => new Uri(site.Page, route.Path))), new HashSet<Uri>());
        var texts = 0;
        while (waiting.TryDequeue(out var at))
        {
            if (!seen.Add(at) || at.AbsolutePath.StartsWith("/_blazor", StringComparison.Ordinal))
            {
                continue;
            }

            using var answer = await visitor.GetAsync(at, Token);
            if (answer.Content.Headers.ContentType?.MediaType is not { } type || !Readable().IsMatch(type) || answer.Content.Headers.ContentEncoding.Count > 0 || at.AbsolutePath.EndsWith(".map", StringComparison.Ordinal))
            {
                continue;
            }

            texts++;
            var text = Comment().Replace(await answer.Content.ReadAsStringAsync(Token), "");
            string[] outside = [.. Address().Matches(text).Select(address => address.Value).Where(address => !NeverFetched.Any(one => address.StartsWith(one, StringComparison.Ordinal)))];
            Assert.True(outside.Length == 0, $"{at}: {string.Join(' ', outside)}");
            foreach (Match link in Link().Matches(text))
            {
                // What cannot be an address is code that looks like one.
                if (type is "text/html" or "text/css" && Uri.TryCreate(new Uri(site.Page, type == "text/html" ? "/" : at.AbsolutePath), link.Groups[1].Value, out var further) && further.Scheme != "data")
                {
                    Assert.Equal(site.Page.Authority, further.Authority);
                    waiting.Enqueue(further);
                }
            }
        }

        Assert.InRange(texts, 10, int.MaxValue);
    }

    private static void AssertGuarded(string where, RawAnswer answer)
    {
        var policy = answer.Header("Content-Security-Policy") ?? "";
        var directives = policy.Split(';', StringSplitOptions.TrimEntries).ToDictionary(one => one.Split(' ')[0], one => one);
        Assert.True(directives.TryGetValue("script-src", out var scripts) && scripts == "script-src 'self'", $"{where}: {policy}");
        Assert.True(directives.GetValueOrDefault("default-src") == "default-src 'self'", $"{where}: {policy}");
        Assert.True(directives.GetValueOrDefault("frame-ancestors") == "frame-ancestors 'none'", $"{where}: {policy}");
        Assert.True(directives.GetValueOrDefault("object-src") == "object-src 'none'", $"{where}: {policy}");
        Assert.DoesNotContain("://", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.True(answer.Header("X-Content-Type-Options") == "nosniff", where);
        Assert.True(answer.Header("X-Frame-Options") == "DENY", where);

        // Pages with forms say to this site itself which page sent them, or browsers would not; to others neither says anything.
        Assert.True(answer.Header("Referrer-Policy") is "no-referrer" or "same-origin", where);
        Assert.True(answer.Header("Server") is null && answer.Header("X-Powered-By") is null, $"{where}: says what it is made of");
    }

    [GeneratedRegex(@"^text/(html|css|javascript)|^application/(javascript|json|x-javascript)|^image/svg")]
    private static partial Regex Readable();

    // Whose work it is stands in comments of styles.
    [GeneratedRegex(@"/\*!.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // Also without a scheme, which takes that of the page.
    [GeneratedRegex("""(?:https?|wss?|ftp)://[a-zA-Z0-9][^\s"'`)<>\\]*|(?<=(?:src|href|action)=["']?|url\(["']?|@import\s+["'])//[^\s"'`)]+""")]
    private static partial Regex Address();

    [GeneratedRegex("""(?:(?:src|href|action)=|url\(|@import\s+)["']?([^\s"'()<>]+)""")]
    private static partial Regex Link();
}
