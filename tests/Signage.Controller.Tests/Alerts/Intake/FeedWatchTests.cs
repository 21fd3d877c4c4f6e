using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Signage.Controller.Alerts.Intake;
using Signage.Controller.Health;
using Signage.Storage;

namespace Signage.Controller.Tests.Alerts.Intake;

/// <summary>A feed on a real web server: what is taken from it, how often it is asked, and what is said when it falls silent.</summary>
public sealed class FeedWatchTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private WarningRig _rig = null!;
    private FeedServer _server = null!;
    private FeedWatch? _watch;
    private Task _running = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _rig = await WarningRig.OpenAsync(Token);
        _server = await FeedServer.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _watch?.Dispose();
        await _server.DisposeAsync();
        await _rig.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Feed_WhenItChanges_IsTakenInOnceAndAskedWithItsMark()
    {
        var (version, given, marks) = (1, 0, new ConcurrentQueue<string>());
        _server.Answer = context =>
        {
            var mark = context.Request.Headers.IfNoneMatch.ToString();
            marks.Enqueue(mark);
            context.Response.Headers.ETag = $"\"{version}\"";
            if (mark == $"\"{version}\"")
            {
                return Results.StatusCode(304).ExecuteAsync(context);
            }

            given++;
            return GiveAsync(context, Feed([.. Enumerable.Range(1, version).Select(at => WarningRig.Alert($"A{at}"))]));
        };
        Start();
        await UntilAsync(() => _watch!.Passes >= 3);
        Assert.Single(_rig.Book.Now.Alerts);
        version = 2;
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 2);
        await UntilAsync(() => _watch!.Passes >= 6);
        Assert.Equal(2, given);
        Assert.Equal("", marks.First());
        Assert.DoesNotContain("", marks.Skip(1));
        Assert.All(_rig.Book.Now.Alerts, alert => Assert.Null(alert.Approved));
        Assert.All(_rig.Book.Now.Alerts, alert => Assert.Contains("127.0.0.1", alert.TakenBy, StringComparison.Ordinal));
        Assert.Null(_watch!.Note);
    }

    /// <summary>One sender may warn without a person; the exercise of the same sender, and the warning of another, may not.</summary>
    [Fact]
    public async Task Feed_WhenARuleAllows_ApprovesThatAndNothingElse()
    {
        _server.Answer = context => GiveAsync(context, Feed(WarningRig.Alert("A1"), WarningRig.Alert("A2", status: "Exercise"), WarningRig.Alert("A3", sender: "other@example.cn"), WarningRig.Alert("A4", severity: "Minor")));
        Start(new AlertSettings { AutoSenders = "office@example.cn" });
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 4);
        Assert.Contains("office@example.cn", Assert.Single(_rig.Book.Now.Alerts, alert => alert.Approved is not null).Approved!.By, StringComparison.Ordinal);
        Assert.Equal("【暴雨】请远离河道。", Assert.Single(_rig.Book.Now.Plan.Programmes).Items[0].Text);
    }

    /// <summary>It does not say how urgent and certain it is, so no rule lights it, however grave it is; a person does, and it is the same message after a restart.</summary>
    [Fact]
    public async Task Feed_WhenItGivesAnEbm_IsTakenInAndLitByNobodyButAPerson()
    {
        var document = WarningRig.Ebm("E1");
        _server.Answer = context => GiveAsync(context, document);
        Start(new AlertSettings { AutoSenders = "office@example.cn", AutoSeverity = "Minor", AutoUrgency = "Past", AutoCertainty = "Unlikely" });
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 1);
        Assert.Null(Assert.Single(_rig.Book.Now.Alerts).Approved);
        Assert.Empty(_rig.Book.Now.Plan.Programmes);
        Assert.Null(_watch!.Note);

        await _rig.Desk.ApproveAsync(Actor.Site, "E1", "本机管理员", Token);
        Assert.Equal("【暴雨红色预警】请远离河道。", Assert.Single(_rig.Book.Now.Plan.Programmes).Items[0].Text);
        document = WarningRig.Ebm("E2", kind: "2", related: "E1");
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 2);
        Assert.Empty(_rig.Book.Now.Plan.Programmes);
    }

    [Fact]
    public async Task Feed_WhenItsEntriesAreLinks_FollowsThemOnItsOwnHostAndOnce()
    {
        var asked = new ConcurrentQueue<string>();
        _server.Answer = context =>
        {
            asked.Enqueue(context.Request.Path);
            return context.Request.Path == "/a1" ? GiveAsync(context, WarningRig.Alert("A1"))
                : GiveAsync(context, $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"{_server.Address}a1\"/></entry></feed>");
        };
        Start();
        await UntilAsync(() => _watch!.Passes >= 3);
        Assert.Single(_rig.Book.Now.Alerts);
        Assert.Single(asked, path => path == "/a1");
    }

    /// <summary>What lies behind one link, or where it leads, keeps nobody from the warning behind the next.</summary>
    [Fact]
    public async Task Feed_WhenSomeOfItsLinksAreDead_StillTakesWhatIsBehindTheOthers()
    {
        var dead = string.Concat(Enumerable.Range(1, 30).Select(at => $"<entry><link href=\"{_server.Address}dead{at}\"/></entry>"));
        _server.Answer = context => context.Request.Path.Value switch
        {
            "/a1" => GiveAsync(context, WarningRig.Alert("A1")),
            "/" => GiveAsync(context, $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"http://elsewhere.example/a\"/></entry>{dead}<entry><link href=\"{_server.Address}a1\"/></entry></feed>"),
            _ => Results.NotFound().ExecuteAsync(context),
        };
        Start();
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 1);
        await UntilAsync(() => _watch!.Note?.Contains("elsewhere.example", StringComparison.Ordinal) == true);
    }

    /// <summary>The words that came first stay; a rule that allows others under the same name says nothing of them.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Feed_WhenOtherWordsCameFirstUnderTheSameName_ApprovesNothing(bool together)
    {
        var second = false;
        _server.Answer = context => GiveAsync(context, together ? Feed(WarningRig.Alert("A1", severity: "Minor"), WarningRig.Alert("A1")) : Feed(WarningRig.Alert("A1", severity: second ? "Severe" : "Minor")));
        Start(new AlertSettings { AutoSenders = "office@example.cn" });
        await UntilAsync(() => _rig.Book.Now.Alerts.Count == 1);
        second = true;
        var passes = _watch!.Passes;
        await UntilAsync(() => _watch.Passes >= passes + 3);
        Assert.Null(Assert.Single(_rig.Book.Now.Alerts).Approved);
        Assert.Empty(_rig.Book.Now.Plan.Programmes);
    }

    /// <summary>The site goes on asking, says what is wrong, and says it no more once the feed is heard again.</summary>
    [Theory]
    [InlineData("an error", "500")]
    [InlineData("another host", "elsewhere.example")]
    [InlineData("a circle", "重定向太多次")]
    [InlineData("no XML", "XML")]
    [InlineData("a page that asks to sign in", "html")]
    [InlineData("too large", "16 MiB")]
    [InlineData("too large, packed", "16 MiB")]
    [InlineData("a link to another host", "elsewhere.example")]
    [InlineData("a link to nothing", "/nothing")]
    public async Task Feed_WhenItFails_IsSaidAfterAWhileAndNothingIsTaken(string what, string said)
    {
        _server.Answer = context => what switch
        {
            "an error" => Results.StatusCode(500).ExecuteAsync(context),
            "another host" => Results.Redirect("http://elsewhere.example/").ExecuteAsync(context),
            "a circle" => Results.Redirect("/round").ExecuteAsync(context),
            "no XML" => GiveAsync(context, "<html><p>sign in</html>"),
            "a page that asks to sign in" => GiveAsync(context, "<html><p>sign in</p></html>"),
            "too large" => GiveAsync(context, new string(' ', 17 << 20)),
            "too large, packed" => GivePackedAsync(context),
            "a link to another host" => GiveAsync(context, "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"http://elsewhere.example/a\"/></entry></feed>"),
            _ when context.Request.Path == "/nothing" => Results.NotFound().ExecuteAsync(context),
            _ => GiveAsync(context, $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"{_server.Address}nothing\"/></entry></feed>"),
        };
        Start();
        await UntilAsync(() => _watch!.Note?.Contains(said, StringComparison.Ordinal) == true);
        Assert.Empty(_rig.Book.Now.Alerts);
        _server.Answer = context => GiveAsync(context, Feed(WarningRig.Alert("A1")));
        await UntilAsync(() => _watch!.Note is null && _rig.Book.Now.Alerts.Count == 1);
    }

    [Fact]
    public async Task Feed_WhenNobodyIsThere_IsSaidWithoutItsKey()
    {
        Start(address: new Uri("http://127.0.0.1:1/feed?key=secret"));
        await UntilAsync(() => _watch!.Note is not null);
        Assert.DoesNotContain("secret", _watch!.Note!, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:1/feed", _watch.Note!, StringComparison.Ordinal);
    }

    private void Start(AlertSettings? settings = null, Uri? address = null)
    {
        _watch = new FeedWatch(address ?? _server.Address, AlertIntake.Read(settings ?? new AlertSettings()), _rig.Desk, new FeedPace(_rig.Line, new Random(1), new Pulses(_rig.Line)), NullLogger.Instance);
        _running = _watch.RunAsync(_stop.Token);
    }

    /// <summary>Lets the time until the next question pass whenever the one before has come to its end, until something has come about.</summary>
    private async Task UntilAsync(Func<bool> seen)
    {
        // A question that takes long on a busy machine is left alone for two seconds; a pause that began only after the clock went on is ended by then.
        const int LongestTicks = 400;
        var longestPause = TimeSpan.FromSeconds(140);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        var (passes, ticks) = (_watch!.Passes, 0);
        for (var step = 0; !seen(); step++)
        {
            Assert.True(step < 12_000, "what was waited for did not come");
            await timer.WaitForNextTickAsync(Token);
            if (_watch.Passes > passes || ++ticks > LongestTicks)
            {
                (passes, ticks) = (_watch.Passes, 0);
                _rig.Line.Advance(longestPause);
            }
        }
    }

    private static Task GiveAsync(HttpContext context, string document) => context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(document), context.RequestAborted).AsTask();

    // 40 MiB of spaces are 40 kB when they are packed.
    private static async Task GivePackedAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true);
        var spaces = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
        for (var piece = 0; piece < 40; piece++)
        {
            await packed.WriteAsync(spaces, context.RequestAborted);
        }
    }

    private static string Feed(params string[] alerts) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(alerts.Select(alert => $"<entry><content type=\"text/xml\">{alert}</content></entry>"))}</feed>";
}
