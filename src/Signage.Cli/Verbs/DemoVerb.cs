using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Cli.Demo;
using Signage.Cli.Terminal;
using Signage.Controller.Hosting;
using Signage.Core.Text;
using Signage.Renderer.Previews;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage demo</c>: a whole site with four simulated panels and the eighteen slogans.</summary>
internal sealed class DemoVerb : Verb
{
    private static readonly DateTimeOffset CharityDay = DateTimeOffset.Parse("2026-09-05T08:00:00+08:00", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);
    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public DemoVerb(VerbRooms rooms)
        : base("demo", Words.VerbDemo, "signage demo --once --out demo-out")
    {
        _rooms = rooms;
        var once = new Option<bool>("--once") { Description = Words.OptionOnce };
        var folder = new Option<string>("--out") { Description = Words.OptionProofFolder, HelpName = "DIR", DefaultValueFactory = _ => "demo-out" };
        var data = new Option<string?>("--data") { Description = Words.OptionDemoData, HelpName = "DIR" };
        var port = SiteOptions.Port();
        foreach (var option in new Option[] { once, folder, data, port })
        {
            Add(option);
        }

        SetAction(async (parsed, cancellationToken) =>
        {
            var temporary = parsed.GetValue(data) is null ? Directory.CreateTempSubdirectory("signage-demo-").FullName : null;
            var settings = new SiteSettings
            {
                Data = parsed.GetValue(data) ?? temporary!,
                Profiles = rooms.Shelf(parsed).Folder,
                RuntimeFolder = temporary,
                Web = SiteWeb.WithPort(SiteWeb.DefaultUrl, parsed.GetValue(port) ?? new Uri(SiteWeb.DefaultUrl).Port),
            };
            try
            {
                return parsed.GetValue(once)
                    ? await ProveAsync(settings, parsed.GetRequiredValue(folder), rooms.ForMachines(parsed), cancellationToken).ConfigureAwait(false)
                    : await WatchAsync(settings, rooms.ForMachines(parsed), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (temporary is not null)
                {
                    Directory.Delete(temporary, recursive: true);
                }
            }
        });
    }

    private SiteWires Wires => new(_rooms.Rooms.Wire.Adapters, _rooms.Rooms.Wire.Transports);

    private async Task<int> ProveAsync(SiteSettings settings, string folder, bool machines, CancellationToken cancellationToken)
    {
        var siteTime = new FakeTimeProvider(CharityDay.ToUniversalTime());
        var demo = await DemoSite.StartAsync(
            Wires, settings with { QuartzStore = false }, new SiteClocks(siteTime, _rooms.Rooms.Time), DemoSlots.OneDay(), cancellationToken).ConfigureAwait(false);
        await using (demo.ConfigureAwait(false))
        {
            foreach (var (_, host) in demo.Panels)
            {
                host.Card.Clock.Hold();
            }

            var once = new DemoOnce(demo, siteTime);
            var verdict = await once.RunAsync((row, problem) => Tell(row, problem, machines), cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(folder);
            var json = JsonSerializer.Serialize(verdict, VerdictJson.Default.Verdict);
            await File.WriteAllTextAsync(Path.Combine(folder, "verdict.json"), json, cancellationToken).ConfigureAwait(false);
            await File.WriteAllBytesAsync(Path.Combine(folder, "contact.png"), LedDots.Sheet(once.Pictures, 2), cancellationToken).ConfigureAwait(false);
            _rooms.Output.Line(machines ? json : Words.ProofTold.With(verdict.Rows.Count(row => row.Equal), verdict.Rows.Count, Path.Combine(folder, "contact.png")));
            return verdict.Equal ? ExitCode.Done : ExitCode.Failed;
        }
    }

    private void Tell(VerdictRow row, string? problem, bool machines)
    {
        if (!machines)
        {
            _rooms.Output.Line($"{row.Item}  {row.Panel,-7} {row.Link,-6} {row.Face,-11} {row.Desired[..12]}  {(row.Equal ? Words.PictureEqual : Words.PictureDiffers.With(problem))}");
        }
    }

    private async Task<int> WatchAsync(SiteSettings settings, bool machines, CancellationToken cancellationToken)
    {
        var time = _rooms.Rooms.Time;
        var clocks = new SiteClocks(time, time);
        var demo = await DemoSite.StartAsync(Wires, settings, clocks, DemoSlots.RoundTheClock(), cancellationToken).ConfigureAwait(false);
        await using (demo.ConfigureAwait(false))
        {
            var web = await ServeAsync(demo, clocks, settings.Web, cancellationToken).ConfigureAwait(false);
            await using var _ = web.ConfigureAwait(false);
            PageAddress.Tell(_rooms.Output, web.Address, machines);
            try
            {
                if (machines)
                {
                    await demo.Site.Running.WaitAsync(cancellationToken).ConfigureAwait(false);
                }

                _rooms.Output.Line(Words.DemoRuns);
                await DrawAsync(demo, time, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                _rooms.Output.Answers.Flush();
            }
        }

        return ExitCode.Done;
    }

    private static async Task<SiteWeb> ServeAsync(DemoSite demo, SiteClocks clocks, string url, CancellationToken cancellationToken)
    {
        try
        {
            return await SiteWeb.StartAsync(demo.Site.Window, clocks, url, NullLoggerFactory.Instance, cancellationToken).ConfigureAwait(false);
        }
        catch (SiteStartException refused)
        {
            throw new UserError([.. refused.Reasons]);
        }
    }

    private static async Task DrawAsync(DemoSite demo, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Frame, time);
        await AnsiConsole.Live(new Text("")).StartAsync(async live =>
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                await Task.WhenAny(demo.Site.Running, Task.CompletedTask).ConfigureAwait(false);
                live.UpdateTarget(new Rows(demo.Panels.SelectMany(pair => Lines(demo, pair.Panel, pair.Host))));
            }
        }).ConfigureAwait(false);
    }

    private static IEnumerable<Text> Lines(DemoSite demo, DemoPanel panel, Simulator.Hosts.IPanelHost host)
    {
        var state = demo.Site.Board.Find(panel.Id);
        var truth = state is { IsSent: true } ? Words.TruthSent : state?.Detail ?? Words.TruthWaiting;
        yield return new Text($"{panel.Name} {panel.Id} · {panel.Face} · {panel.Scheme} · {truth}");
        foreach (var line in BrailleCanvas.Draw(host.Card.Read().Glass))
        {
            yield return new Text(line, new Style(panel.Face.Colour == Core.Panels.ColourAbility.Single ? Color.Red : Color.Orange1));
        }
    }
}
