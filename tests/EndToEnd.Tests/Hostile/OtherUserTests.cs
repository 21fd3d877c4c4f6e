using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Hostile;

/// <summary>Another user of the machine at the control socket. First the modes keep that user out, then, with every mode open, the kernel's word on who is calling.</summary>
public sealed class OtherUserTests
{
    private const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const string Owner = "0";

    private const string Import = """
        {"panels":[{"id":"gate","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"tcp://127.0.0.1:1"}],"slots":[{"id":"base","programme":"charity-09","priority":"base"}]}
        """;

    private static readonly string[] Wishes =
    [
        "status",
        "blank",
        "slot remove base",
        "panel add yard --unchecked --profile onbon/bx-6e2 --face 160x16x1 --panel tcp://127.0.0.1:2",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_WhenAnotherUserKnocksAndEveryModeIsOpen_TurnsThatUserAwayAndDoesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such users");
        await OtherUser.NeedAsync(Token);
        await using var site = await LaxSite.StartAsync(Import, new Dictionary<string, string>(), Token);

        // As the site makes its folder, nobody else comes as far as the door, and is told whose it is.
        AssertOneLine(await KnockAsync(site, OtherUser.Nobody, "status"), "站点在运行，但不属于当前用户");

        Open(site.Folder);
        Open(site.Data);
        Open(Path.Combine(site.Data, "control.sock"));
        var before = await SeenAsync(site);
        foreach (var wish in Wishes)
        {
            // The call itself came through: the site hangs up on it, and says nothing. Which of the two lines that is depends on whether the question was under way.
            var refused = await KnockAsync(site, OtherUser.Nobody, wish);
            Assert.Matches("站点中断了连接|站点中途断开", AssertOneLine(refused, "control.sock"));
        }

        Assert.Equal(before, await SeenAsync(site));
        Assert.DoesNotContain("blank.press", (await KnockAsync(site, Owner, "audit list --last 100 --json")).Output, StringComparison.Ordinal);

        // The same way in, by its owner: so it was the caller that was refused, not the call.
        var done = await KnockAsync(site, Owner, Wishes[^1]);
        Assert.Equal((0, ""), (done.Code, done.Complaints));
        Assert.Contains("yard", await SeenAsync(site), StringComparison.Ordinal);
    }

    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Everybody);
        }
    }

    private static string AssertOneLine((int Code, string Output, string Complaints) ran, string words)
    {
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        var line = Assert.Single(ran.Complaints.Trim().Split('\n'));
        Assert.Contains(words, line, StringComparison.Ordinal);
        return line;
    }

    /// <summary>What a wish would have changed: the panels, the slots, and whether anything is blanked.</summary>
    private static async Task<string> SeenAsync(LaxSite site)
    {
        var status = JsonNode.Parse((await KnockAsync(site, Owner, "status --json")).Output)!;
        var slots = JsonNode.Parse((await KnockAsync(site, Owner, "slot list --json")).Output)!;
        return $"{string.Join(' ', status["panels"]!.AsArray().Select(panel => panel!["panel"]))} | {slots["slots"]!.ToJsonString()} | blank {status["blank"]?.ToJsonString()}";
    }

    private static Task<(int Code, string Output, string Complaints)> KnockAsync(LaxSite site, string user, string wish) =>
        OtherUser.AskAsync(user, Token, [.. wish.Split(' '), "--data", site.Data]);
}
