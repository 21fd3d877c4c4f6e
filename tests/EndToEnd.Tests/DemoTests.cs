using Signage.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>The demo at the real command: it cleans up after itself, and after those that could not.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-demos-").FullName;

    [Fact]
    public async Task Demo_WhenInterruptedWhileItStarts_EndsWellAndLeavesNothing()
    {
        var token = TestContext.Current.CancellationToken;
        await using var demo = Start();
        await Waiting.UntilAsync(() => Homes.Length == 1, token);

        demo.Interrupt();
        var (code, _) = await demo.EndAsync(token);

        Assert.Equal((0, ""), (code, demo.Complaints));
        Assert.Empty(Homes);
    }

    [Fact]
    public async Task Demo_WhenOneWasKilled_SweepsUpWhatItLeft()
    {
        var token = TestContext.Current.CancellationToken;
        await using (var killed = Start("--json"))
        {
            await killed.LineAsync(token);
            await killed.KillAsync();
        }

        var left = Assert.Single(Homes);
        await using var demo = Start("--json");
        await demo.LineAsync(token);

        Assert.False(Directory.Exists(left));
        demo.Interrupt();
        Assert.Equal(0, (await demo.EndAsync(token)).Code);
        Assert.Empty(Homes);
    }

    [Fact]
    public async Task Demo_WhenRunTwiceInOneFolder_ReplacesItsOwnSite()
    {
        var token = TestContext.Current.CancellationToken;
        for (var run = 0; run < 2; run++)
        {
            await using var demo = Start("--json", "--data", Path.Combine(_folder, "data"));
            Assert.NotNull(await demo.LineAsync(token));
            demo.Interrupt();
            Assert.Equal(0, (await demo.EndAsync(token)).Code);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Homes => Directory.GetDirectories(_folder, "signage-demo-*");

    private SignageProcess Start(params string[] words) =>
        SignageProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = _folder, ["XDG_RUNTIME_DIR"] = _folder }, ["demo", "--port", "0", .. words]);
}
