using System.Text.Json;
using Signage.Cli.Composition;
using Signage.Cli.Panels;
using Signage.Cli.Tests.Doubles;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Simulator.Hosts;

namespace Signage.Cli.Tests.Verbs;

/// <summary>
/// The two ends of the command at each other, for each family: <c>show</c> sends one word to a panel of <c>sim</c> over a real link, and the glass has the pixels of that word
/// and no others.
/// </summary>
public sealed class ShowAndSimTests
{
    private const string Text = "慈善";
    private const string Seconds = "2";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Pages are handed over, and the card says that it has them.</summary>
    [Theory]
    [InlineData("onbon/bx-6e2", "tcp://127.0.0.1:0", "64x16x1")]
    [InlineData("awtrix/awtrix3-http", "http://127.0.0.1:0", "32x8xrgb")]
    [InlineData("colorlight/c4", "http://127.0.0.1:0", "64x32xrgb")]
    public async Task Show_WhenTheSimulatedCardTakesPages_LightsItsGlassAndIsAcknowledged(string model, string listen, string face)
    {
        await using var panel = await Panel.StartAsync(model, listen, face);

        using var told = await panel.ShowAsync();

        Assert.Equal(("accepted", "acknowledged"), (Word(told, "outcome"), Word(told, "evidence")));
        await panel.LitAsync();
        using var verdict = await panel.StopAsync();
        Assert.Equal(Word(told, "desired"), Word(verdict, "digest"));
        Assert.Equal((true, 1), (verdict.RootElement.GetProperty("poweredOn").GetBoolean(), verdict.RootElement.GetProperty("pages").GetInt32()));
    }

    /// <summary>Pictures are streamed, and nobody says that they came.</summary>
    [Theory]
    [InlineData("ddp/matrix", "udp://127.0.0.1:0", "64x16xrgb")]
    [InlineData("ddp/espixelstick", "udp://127.0.0.1:0", "64x16xrgb")]
    [InlineData("wled/esp32", "udp://127.0.0.1:0?control=0", "64x16xrgb")]
    public async Task Show_WhenTheSimulatedCardIsStreamedTo_LightsItsGlassAndClaimsNothing(string model, string listen, string face)
    {
        await using var panel = await Panel.StartAsync(model, listen, face);

        // A WLED goes back to its own light when the stream has ended; while its clock stands still, what came last can be looked at.
        panel.Host.Card.Clock.Hold();
        using var told = await panel.ShowAsync();

        Assert.Equal(("sentUnverified", "none"), (Word(told, "outcome"), Word(told, "evidence")));
        Assert.Equal(2000, told.RootElement.GetProperty("predictedMilliseconds").GetDouble());
        Assert.Matches("^发送 [1-9]", Word(told, "detail"));
        await panel.LitAsync();
        using var verdict = await panel.StopAsync();
        Assert.Equal(0, verdict.RootElement.GetProperty("packetsRefused").GetInt32());
    }

    private static string Word(JsonDocument told, string name) => told.RootElement.GetProperty(name).GetString()!;

    /// <summary>One panel of <c>signage sim</c>, until it is stopped.</summary>
    private sealed class Panel(string model, string face, PixelFrame expected, IPanelHost host, Task<Ran> running, CancellationTokenSource stop) : IAsyncDisposable
    {
        public IPanelHost Host => host;

        public static async Task<Panel> StartAsync(string model, string listen, string face)
        {
            var rooms = ProgramRooms.Create();
            var simulation = new WatchedSimulation(rooms.Simulation);
            var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var running = RealProgram.RunAsync(() => rooms with { Simulation = simulation }, stop.Token, "sim", model, "--listen", listen, "--face", face, "--json");
            if (await Task.WhenAny(running, simulation.Started) == running)
            {
                Assert.Fail((await running).Error);
            }

            return new Panel(model, face, Expected(rooms, model, PanelFace.Parse(face)), await simulation.Started, running, stop);
        }

        /// <summary>Gives <c>show</c> a word for it, and answers what that told.</summary>
        public async Task<JsonDocument> ShowAsync()
        {
            Assert.NotEqual(expected, host.Card.Read().Glass);
            var ran = await RealProgram.RunAsync("show", Text, "-p", model, "--face", face, "--panel", EndpointText.Of(host.Endpoint), "--effect", "static", "--stay", Seconds, "--json");
            Assert.Equal((0, ""), (ran.Code, ran.Error));
            return JsonDocument.Parse(ran.Out);
        }

        /// <summary>Waits until its glass shows the word: what was sent last may be on its way.</summary>
        public async Task LitAsync()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            var began = TimeProvider.System.GetTimestamp();
            while (!host.Card.Read().Glass.Equals(expected) && TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                await timer.WaitForNextTickAsync(Token);
            }

            Assert.Equal(expected, host.Card.Read().Glass);
        }

        /// <summary>Stops it as Ctrl-C does, and answers its verdict.</summary>
        public async Task<JsonDocument> StopAsync()
        {
            await stop.CancelAsync();
            var ran = await running;
            Assert.Equal((0, ""), (ran.Code, ran.Error));
            using var last = JsonDocument.Parse(ran.OutLines[^1]);
            return JsonDocument.Parse(last.RootElement.GetProperty("verdict").GetRawText());
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running;
            stop.Dispose();
        }

        private static PixelFrame Expected(Rooms rooms, string model, PanelFace face)
        {
            var style = new ShowStyle(Effect.Static, null, TimeSpan.FromSeconds(2));
            var show = Typesetting.Set(rooms.Drawing, Text, style, face, new ProfileShelf(rooms.Wire, null).Find(model).ToAbilities()).Show;
            var picture = Assert.Single(show.Loop).Picture;
            Assert.False(picture.IsDark);
            return picture;
        }
    }
}
