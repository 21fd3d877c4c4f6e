using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Browser.Tests.Chrome;
using Microsoft.Playwright;
using Signage.Testing.Processes;

namespace Browser.Tests.Pages;

/// <summary>The real command and a real browser.</summary>
public sealed class DemoTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Demo_WhenClickedThrough_ShowsItsPanelsAndAsksNobodyElse()
    {
        await using var demo = Start("demo", "--port", "0", "--json");
        var address = await PageAsync(demo);
        await using var seen = await browser.OpenAsync(address);
        foreach (var panel in new[] { "gate", "hall", "square", "wall" })
        {
            await Assertions.Expect(seen.State(panel)).ToHaveTextAsync("已发", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
            Assert.Contains(await DrawnFrame.LookAsync(seen.Page, panel, 12), frame => frame.Lit.Contains('1', StringComparison.Ordinal));
        }

        // A stream that the controller reports as ours is blue; a player's own screenshot that equals the show is the first green.
        await Assertions.Expect(seen.State("yard")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^已发"), new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
        await Assertions.Expect(seen.State("lobby")).ToHaveTextAsync("实显一致", new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });

        await seen.Card("square").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(seen.Page.Locator("h1")).ToHaveTextAsync("文化广场");
        await Assertions.Expect(seen.Page).ToHaveURLAsync(new Uri(address, "panel/square").ToString());
        await Assertions.Expect(seen.Page.Locator(".truth h3")).ToHaveTextAsync(["应显", "已发", "实显"]);
        await Assertions.Expect(seen.Page).ToHaveTitleAsync("文化广场 · 社区屏幕");
        await Pictures.TakeAsync(browser, new Uri(address, "panel/square"), "panel");
        await seen.Page.GetByText("返回今天在播").ClickAsync();
        await Assertions.Expect(seen.Page.Locator("h1")).ToHaveTextAsync("今天在播");
        await Assertions.Expect(seen.Page.Locator(".page-clock")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d\d:\d\d:\d\d$"));
        await Pictures.TakeAsync(browser, address, "home");

        Assert.All(seen.Requests, url => Assert.Equal(address.Authority, new Uri(url).Authority));
        Assert.Contains(seen.Requests, url => url.Contains("blazor.web.js", StringComparison.Ordinal));
        Assert.Empty(seen.Complaints);
    }

    [Fact]
    public async Task Answer_WhenAny_TellsTheBrowserToStayHere()
    {
        var token = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("signage-run-").FullName;
        await using var run = Start("run", "--data", folder, "--port", "0", "--json");
        var address = await PageAsync(run);
        using var http = new HttpClient { BaseAddress = address };
        foreach (var (path, code) in new[] { ("", 200), ("panel/nobody", 200), ("_framework/blazor.web.js", 200), ("_content/MudBlazor/MudBlazor.min.css", 200), ("nowhere", 404) })
        {
            using var answer = await http.GetAsync(path, token);
            Assert.Equal((path, code), (path, (int)answer.StatusCode));
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(token));
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }

        using var stranger = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { Host = "elsewhere.example" } };
        using var refused = await http.SendAsync(stranger, token);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await run.KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("demo")]
    public async Task Command_WhenThePortIsTaken_SaysOneClearLineAndWhatToDo(string verb)
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        var folder = Directory.CreateTempSubdirectory("signage-busy-").FullName;
        await using var command = Start(verb, "--data", folder, "--port", $"{port}");
        var (code, _) = await command.EndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, code);
        Assert.Equal($"http://127.0.0.1:{port}: 网页端口已被占用，请换一个 (the port of the page is taken; take another): --port {port + 1}", command.Complaints.Trim().Split('\n')[^1]);
        Directory.Delete(folder, recursive: true);
    }

    private static SignageProcess Start(params string[] words) =>
        SignageProcess.Start(new Dictionary<string, string> { ["XDG_RUNTIME_DIR"] = Path.GetTempPath() }, words);

    private static async Task<Uri> PageAsync(SignageProcess process)
    {
        while (await process.LineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("{\"running\"", StringComparison.Ordinal))
            {
                return new Uri((string)JsonNode.Parse(line)!["running"]!["page"]!);
            }
        }

        throw new InvalidOperationException(process.Complaints);
    }
}
