using System.Net;

namespace EndToEnd.Tests.Hostile;

/// <summary>S42: whoever asks for the health of a site hears one word and no content, and there is no page of metrics or of anything that helps a developer.</summary>
/// <param name="site">The site.</param>
[Collection(ServedSiteTests.Name)]
public sealed class S42HealthTests(ServedSite site)
{
    private static readonly string[] Healths = ["Healthy", "Degraded", "Unhealthy"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?verbose=true")]
    [InlineData("?format=json&details=1")]
    public async Task S42_Health_WhenAsked_SaysOneWord(string query)
    {
        using var visitor = new HttpClient { BaseAddress = site.Page };
        using var answer = await visitor.GetAsync(new Uri($"/health{query}", UriKind.Relative), Token);

        Assert.Contains(await answer.Content.ReadAsStringAsync(Token), Healths);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("no-store", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health/ready")]
    [InlineData("/healthz")]
    [InlineData("/status")]
    [InlineData("/env")]
    [InlineData("/debug")]
    [InlineData("/trace")]
    [InlineData("/swagger/index.html")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/panels")]
    [InlineData("/_framework/blazor.boot.json")]
    [InlineData("/_framework/debug")]
    [InlineData("/_vs/browserLink")]
    [InlineData("/appsettings.json")]
    [InlineData("/signage.dll")]
    public async Task S42_Page_WhenItWouldTellMore_IsNotThere(string path)
    {
        using var visitor = new HttpClient { BaseAddress = site.Page };
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
