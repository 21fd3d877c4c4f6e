using System.Net;
using Browser.Tests.Sites;

namespace Browser.Tests.Pages;

/// <summary><c>/health</c>: one word for whoever looks after machines, never a word that is on a panel.</summary>
public sealed class HealthPageTests
{
    [Fact]
    public async Task Health_WhenAsked_SaysOneWordThatNobodyKeeps()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await ShownSite.StartAsync([], token);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(site.Address, "health"), token);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(token)));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
