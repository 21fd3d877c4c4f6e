using Signage.Core.Panels;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Simulator.Tests.Cards;

namespace Signage.Simulator.Tests.Hosts;

/// <summary>Where a simulated panel may be put, and where not.</summary>
public sealed class PanelHostTests
{
    [Theory]
    [InlineData("tcp://0.0.0.0:0", "tcp://0.0.0.0:")]
    [InlineData("tcp://[::1]:0", "tcp://[::1]:")]
    [InlineData("tcp://localhost:0", "tcp://")]
    public async Task Start_WhenTheAddressIsOneOfThisMachine_ListensThere(string listen, string endpoint)
    {
        await using var host = await StartAsync(listen);

        Assert.StartsWith(endpoint, host.Endpoint.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tcp://192.0.2.7:0")]
    [InlineData("tcp://no-such-host.invalid:0")]
    public async Task Start_WhenTheAddressIsNoneOfThisMachine_SaysSoInOneLine(string listen)
    {
        var refused = await Assert.ThrowsAsync<IOException>(() => StartAsync(listen));

        Assert.StartsWith(listen, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenTheNameOfALinkIsTakenByAFile_LeavesTheFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals need Linux");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => StartAsync($"pty:{file}?baud=9600"));

        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        File.Delete(file);
    }

    [Fact]
    public async Task Start_WhenAnOldLinkIsThere_TakesItsPlace()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals need Linux");
        var link = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.CreateSymbolicLink(link, "/dev/pts/none");

        await using (await StartAsync($"pty:{link}?baud=9600"))
        {
            Assert.NotEqual("/dev/pts/none", new FileInfo(link).LinkTarget);
        }

        Assert.False(Path.Exists(link));
    }

    private static Task<IPanelHost> StartAsync(string listen) => PanelHosts.StartAsync(
        new Uri(listen),
        SimulatedCards.Create(TestCard.Model, PanelFace.Parse("16x16x1"), new CardClock(TimeProvider.System)),
        TimeProvider.System,
        TestContext.Current.CancellationToken);
}
