using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Hostile;

/// <summary>
/// B09: every route that the running web server says it has, times every request of <see cref="HostileRequests"/>, on sockets of our own. Each is answered
/// with the ordinary page or refused, nothing of the machine is told, the next visitor is served, and the database of the site is what it was.
/// </summary>
/// <param name="site">The site.</param>
[Collection(ServedSiteTests.Name)]
public sealed partial class B09RequestTests(ServedSite site)
{
    private const int Together = 4;
    private const int Standing = 600;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void B09_Routes_WhenTheServerTellsThem_AreThoseThatAreKnown()
    {
        // Not a list of all, which nobody would keep: that those are there shows that the server was really asked.
        string[] known = ["/", "/panel/gate", "/not-found", "/health", "/_blazor", "/_blazor/negotiate", "/_content/Signage.Web/site.css"];
        Assert.Empty(known.Except(site.Routes.Select(route => route.Path)));
        Assert.InRange(HostileRequests.All.DistinctBy(request => request.Name).Count(), 60, int.MaxValue);
        Assert.Equal(HostileRequests.All.Count, HostileRequests.All.DistinctBy(request => request.Name).Count());
    }

    [Fact]
    public async Task B09_Route_WhenAskedInEveryWrongWay_AnswersRefusesOrHangsUpAndTellsNothing()
    {
        var before = await SiteDigest.OfAsync(site.Data, Token);
        var web = new RawWeb(site.Page);
        using var visitor = new HttpClient { BaseAddress = site.Page };
        string[] ours = [AppContext.BaseDirectory.TrimEnd('/'), site.Folder, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/", "/usr/share/dotnet", "root:x:0:0"];
        var asked = site.Routes.SelectMany(route => HostileRequests.All.Select(request => (route.Path, Request: request))).ToArray();

        var complaints = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = Token }, async (one, token) =>
        {
            var answer = await web.AskAsync(one.Request.Make(new HostileTarget(site.Page.Authority, one.Path)), one.Request.IsHalf, token);
            if (Complaint(one.Request, answer, ours) is { } complaint)
            {
                complaints.Add($"{one.Request.Name} at {one.Path}: {complaint}");
            }

            using var next = await visitor.GetAsync(new Uri("/_content/Signage.Web/icon.svg", UriKind.Relative), token);
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        });

        Assert.True(complaints.IsEmpty, $"{complaints.Count} of {asked.Length}:\n{string.Join('\n', complaints.Order(StringComparer.Ordinal).Take(40))}");
        Assert.Equal(before, await SiteDigest.OfAsync(site.Data, Token));
        Assert.DoesNotContain("\nfail: ", site.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("\ncrit: ", site.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B09_Connections_WhenHundredsStandHalfOpen_ServesTheNextVisitorAndLetsGoOfThem()
    {
        var (sockets, before) = (new List<Socket>(), Open());
        try
        {
            var half = Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {site.Page.Authority}\r\nX-Slow: ");
            for (var at = 0; at < Standing; at++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync(site.Page.Host, site.Page.Port, Token);
                await socket.SendAsync(half, Token);
            }

            using var visitor = new HttpClient { BaseAddress = site.Page };
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/", UriKind.Relative), Token)).StatusCode);
            Assert.InRange(Open(), before + (Standing / 2), int.MaxValue);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }

        await Waiting.UntilAsync(() => Open() < before + (Standing / 10), Token);
    }

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    private static string? Complaint(HostileRequest request, RawAnswer? answer, string[] ours) =>
        answer is null ? "waits for ever"
        : answer.Code == 0 ? request.MayHangUp ? null : "no answer"
        : answer.Code >= 500 && !(request.IsAnotherVersion && answer.Code == 505) ? $"{answer.Code}"
        : LaterFailure().Match(answer.Text) is { Success: true } failure ? failure.Value.Trim()
        : Array.Find(ours, one => answer.Text.Contains(one, StringComparison.Ordinal)) is { } told ? $"tells {told}"
        : answer.Header("Location") is { } place and not ['/', not '/' and not '\\', ..] ? $"leads to {place}"
        : answer.Head.Contains("evil", StringComparison.OrdinalIgnoreCase) ? "repeats in its head what it was told"
        : IsPlain(answer) && Trace().Match(answer.Text) is { Success: true } trace ? $"tells {trace.Value}"
        : null;

    // A script has names of its own in it; it is held to what is ours only.
    private static bool IsPlain(RawAnswer answer) => answer.Code is not (200 or 206) || answer.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) is true;

    private int Open() => Directory.EnumerateFileSystemEntries($"/proc/{site.Id}/fd").Count();

    [GeneratedRegex(@"\nHTTP/1\.1 5\d\d ")]
    private static partial Regex LaterFailure();

    [GeneratedRegex(@"\n\s+at \w+[.\w]+\(|[A-Z]\w+Exception\b|\.cs:line \d|\bSystem\.[A-Z]|\bMicrosoft\.[A-Z]")]
    private static partial Regex Trace();
}
