using System.Text.Json;
using Signage.Cli.Tests.Doubles;
using Signage.Simulator.Clocks;

namespace Signage.Cli.Tests.Verbs;

public sealed class SimVerbTests : IDisposable
{
    private readonly BenchProgram _program = new();

    [Fact]
    public async Task Sim_WhenStopped_SaysWhereItListenedFirstAndItsVerdictLast()
    {
        var ran = await StoppedAsync("--json", "--view", "8080");

        Assert.Equal(
            (0,
            """{"listening":"tcp://127.0.0.1:5005","view":"http://127.0.0.1:8080/"}""",
            """{"verdict":{"packetsTaken":0,"packetsRefused":0,"digest":null,"pages":0,"poweredOn":true,"brightness":15}}"""),
            (ran.Code, ran.OutLines[0], ran.OutLines[1]));
    }

    [Fact]
    public async Task Sim_WhenStopped_TakesThePanelOffTheLineAndClosesItsView()
    {
        await StoppedAsync("--view", "0");

        Assert.Equal(["view", "host"], _program.Simulation.Ended);
    }

    [Fact]
    public async Task Sim_WhenNobodyAsksForAView_SaysNothingOfIt()
    {
        using var json = JsonDocument.Parse((await StoppedAsync("--json")).OutLines[0]);

        Assert.False(json.RootElement.TryGetProperty("view", out _));
    }

    [Fact]
    public async Task Sim_WhenTheNetworkIsAllowed_ListensWhereItIsTold()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var ran = await _program.RunAsync(stop.Token, "sim", "bench/one", "--listen", "tcp://0.0.0.0:5005", "--allow-network", "--json");

        Assert.Equal((0, """{"listening":"tcp://0.0.0.0:5005"}"""), (ran.Code, ran.OutLines[0]));
    }

    [Theory]
    [InlineData(37)]
    [InlineData(-37)]
    public async Task Sim_WhenItsClockIsToBeOff_IsOffFromBeijingTime(int off)
    {
        await StoppedAsync("--clock-off", off.ToString(System.Globalization.CultureInfo.InvariantCulture), "--json");

        var card = Assert.Single(_program.Simulation.Cards);
        Assert.Equal(off, (card.Clock.Wall - new CardClock(_program.Time).Wall).TotalSeconds, 1.0);
    }

    public void Dispose() => _program.Dispose();

    // The card starts at once, so a stop that was asked for beforehand comes while it waits.
    private async Task<Ran> StoppedAsync(params string[] more)
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync().ConfigureAwait(true);
        return await _program.RunAsync(stop.Token, ["sim", "bench/one", "--listen", "tcp://127.0.0.1:5005", .. more]).ConfigureAwait(true);
    }
}
