using System.Diagnostics;
using System.Globalization;
using Signage.Controller.Hosting;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Transports.Pumping;
using Signage.Transports.Streaming;
using Signage.Transports.Udp;

namespace Signage.Benchmarks.Frames;

/// <summary>
/// Streams a moving and a still loop over a real UDP socket to a simulated display: how steady the pictures leave, whether the glass shows the picture of the
/// moment that is stamped into it, and what it costs. Ends with 1 when a budget is broken.
/// </summary>
internal static class FrameRun
{
    private const double MostLate = 0.02;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(7);

    /// <summary>Prints what was measured.</summary>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        var kept = await MeasureAsync(output, "128x64xrgb", 30, moves: true).ConfigureAwait(false);
        kept &= await MeasureAsync(output, "64x32xrgb", 60, moves: true).ConfigureAwait(false);
        kept &= await MeasureAsync(output, "128x64xrgb", 30, moves: false).ConfigureAwait(false);
        await output.WriteLineAsync($"budgets: {(kept ? "kept" : "BROKEN")}").ConfigureAwait(false);
        return kept ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(TextWriter output, string faceText, int perSecond, bool moves)
    {
        var adapters = SiteHost.Adapters();
        var catalog = new ProfileReader(adapters).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;
        var profile = catalog.All.First(known => known.Id == "ddp/matrix");
        var (face, pacing) = (PanelFace.Parse(faceText), profile.Frames! with { MaxPerSecond = perSecond });
        var card = SimulatedCards.Create(profile, face, new CardClock(TimeProvider.System));
        var host = await PanelHosts.StartAsync(new Uri("udp://127.0.0.1:0"), card, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            var line = new PanelLine(host.Endpoint, new UdpTransport(TimeProvider.System), new DialoguePump(TimeProvider.System));
            await using (line.ConfigureAwait(false))
            {
                var adapter = adapters.Find(profile.Protocol)!;
                var player = new FramePlayer(line, pacing, (frame, tick) => adapter.Begin(new PanelCommand.ShowFrame(frame, tick), profile, face), TimeProvider.System);
                return await PlayAsync(output, player, line, card, new Run(face, perSecond, moves)).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> PlayAsync(TextWriter output, FramePlayer player, PanelLine line, ISimulatedCard card, Run run)
    {
        Page[] loop = [run.Page()];
        using var stop = new CancellationTokenSource();
        var done = await line.AskAsync(player.Begin(loop, run.Face.Size), CancellationToken.None).ConfigureAwait(false);
        if (done.Outcome != PanelOutcome.SentUnverified)
        {
            throw new InvalidOperationException(done.Detail);
        }

        var (start, began, cpu) = (player.Start!.Value, Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var playing = player.RunAsync(stop.Token);
        var (looks, wrong) = (0, 0);
        var reference = new LoopPlayer(loop, run.Face.Size);
        while (Stopwatch.GetElapsedTime(began) < Length)
        {
            await Task.Delay(Look, TimeProvider.System).ConfigureAwait(false);
            if (card.Read() is { Stamp: { } stamp } reading)
            {
                looks++;
                wrong += reading.Glass.Equals(reference.FrameAt(stamp.Since(start))) ? 0 : 1;
            }
        }

        var (elapsed, report) = (Stopwatch.GetElapsedTime(began), player.Report);
        var share = (Process.GetCurrentProcess().TotalProcessorTime - cpu) / elapsed;
        await stop.CancelAsync().ConfigureAwait(false);
        await playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var rate = report.Sent / elapsed.TotalSeconds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{run.Face} {(run.Moves ? "moving" : "still")}, {run.PerSecond} a second wanted: {rate:F1} sent, {report.Dropped} dropped, {report.Late} late, {report.Jitter.TotalMilliseconds:F2} ms behind on average, {report.Latest.TotalMilliseconds:F1} ms at most; {looks} looks at the glass, {wrong} wrong; {100 * share:F0} % of one core for both ends")).ConfigureAwait(false);
        return wrong == 0 && (run.Moves ? report.Dropped + report.Late <= report.Sent * MostLate : rate < 1.2);
    }

    private sealed record Run(PanelFace Face, int PerSecond, bool Moves)
    {
        // A gradient, of which no two columns are alike: every step is another picture.
        public Page Page() => new(
            PixelFrame.Create(Face.Size, PixelLayout.Rgb, Face.Size, static (cells, size) =>
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = (byte)((i / 3 % size.Width * 255 / size.Width) ^ (i % 3 * 40));
                }
            }),
            Moves ? Effect.ContinuousLeft : Effect.Static,
            TimeSpan.FromMilliseconds(10),
            TimeSpan.FromSeconds(5));
    }
}
