using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Cli.Arguments;
using Signage.Cli.Demo;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Controller.Hosting;
using Signage.Controller.People;
using Signage.Core.Text;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage demo</c>: a whole site with seven simulated panels and the eighteen slogans.</summary>
internal sealed class DemoVerb : Verb
{
    private static readonly DateTimeOffset CharityDay = DateTimeOffset.Parse("2026-09-05T08:00:00+08:00", CultureInfo.InvariantCulture);
    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public DemoVerb(VerbRooms rooms)
        : base("demo", Words.VerbDemo, "signage demo --once --out demo-out")
    {
        _rooms = rooms;
        var once = new Option<bool>("--once") { Description = Words.OptionOnce };
        var folder = WordOptions.Path("--out", Words.OptionProofFolder, "DIR");
        folder.DefaultValueFactory = _ => "demo-out";
        var data = WordOptions.Path("--data", Words.OptionDemoData, "DIR");
        var port = SiteOptions.Port();
        foreach (var option in new Option[] { once, folder, data, port })
        {
            Add(option);
        }

        SetAction(async (parsed, cancellationToken) =>
        {
            using var home = parsed.GetValue(data) is { } named ? DemoFolder.Take(named) : DemoFolder.Make(Path.GetTempPath());
            var settings = new SiteSettings
            {
                // 遂宁市船山区, where the order came from: sunsets and warnings can be tried.
                Latitude = "30.53",
                Longitude = "105.59",
                Geocodes = "adcode=510903",

                // One person looks at a demo, and does everything.
                People = new PeopleSettings { SiteName = Words.DemoSiteName, Reviews = "one" },
                Data = home.Path,
                Profiles = rooms.Shelf(parsed).Folder,
                RuntimeFolder = home.IsTemporary ? home.Path : null,
                Web = SiteWeb.WithPort(SiteWeb.DefaultUrl, parsed.GetValue(port) ?? new Uri(SiteWeb.DefaultUrl).Port),
            };
            return parsed.GetValue(once)
                ? await ProveAsync(settings, parsed.GetRequiredValue(folder)!, rooms.ForMachines(parsed), cancellationToken).ConfigureAwait(false)
                : await WatchAsync(settings, rooms.ForMachines(parsed), cancellationToken).ConfigureAwait(false);
        });
    }

    private SiteWires Wires => new(_rooms.Rooms.Wire.Adapters, _rooms.Rooms.Wire.Transports);

    private async Task<int> ProveAsync(SiteSettings settings, string folder, bool machines, CancellationToken cancellationToken)
    {
        // Before the day is stepped through: whoever names a file hears it at once.
        Directory.CreateDirectory(folder);
        var siteTime = new FakeTimeProvider(CharityDay.ToUniversalTime());
        var demo = await DemoSite.StartAsync(
            Wires, settings with { QuartzStore = false }, new SiteClocks(siteTime, _rooms.Rooms.Time), DemoSlots.OneDay(), isStepped: true, cancellationToken).ConfigureAwait(false);
        await using (demo.ConfigureAwait(false))
        {
            var once = new DemoOnce(demo, siteTime);
            var verdict = await once.RunAsync((row, problem) => Tell(row, problem, machines), cancellationToken).ConfigureAwait(false);
            var json = JsonSerializer.Serialize(verdict, VerdictJson.Default.Verdict);
            await File.WriteAllTextAsync(Path.Combine(folder, "verdict.json"), json, cancellationToken).ConfigureAwait(false);
            await File.WriteAllBytesAsync(Path.Combine(folder, "contact.png"), once.Sheet(), cancellationToken).ConfigureAwait(false);
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
        try
        {
            var clocks = new SiteClocks(time, time);
            var demo = await DemoSite.StartAsync(Wires, settings, clocks, DemoSlots.RoundTheClock(), isStepped: false, cancellationToken).ConfigureAwait(false);
            await using (demo.ConfigureAwait(false))
            {
                var web = await SiteWeb.StartAsync(demo.Site.Front, settings.Web!, NullLoggerFactory.Instance, cancellationToken).ConfigureAwait(false);
                await using var _ = web.ConfigureAwait(false);
                Tell(new SiteAddress(settings.Data, web.Address), demo.Site.People.Screen.Now, machines);
                await WatchAsync(demo, machines ? null : _rooms.Output.Screen, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being stopped is how a demo ends well, however far it had come.
            return ExitCode.Done;
        }

        return ExitCode.Done;
    }

    private void Tell(SiteAddress site, ClaimNotice? claim, bool machines)
    {
        if (machines)
        {
            _rooms.Output.Json(RunningAnswer.Of(site), CliJson.Readable.RunningAnswer);
            return;
        }

        _rooms.Output.Line(Words.PageAt.With(site.Page));
        if (claim is not null)
        {
            // Whoever starts a demo stands at the machine, and nobody keeps what it prints.
            _rooms.Output.Line(Words.ClaimTold.With(claim.Code, claim.Until.ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture)));
        }

        _rooms.Output.Line(Words.DemoRuns);
    }

    private static async Task WatchAsync(DemoSite demo, IAnsiConsole? screen, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await DemoScreen.DrawAsync(
                demo.Site.Running, () => new Rows(demo.Panels.SelectMany(pair => Lines(demo, pair.Panel, pair.Host))), screen, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UserError(Words.DemoBroke.With(broken.Message), broken);
        }
    }

    private static IEnumerable<Text> Lines(DemoSite demo, DemoPanel panel, Simulator.Hosts.IPanelHost host)
    {
        var state = demo.Site.Board.Find(panel.Id);
        yield return new Text($"{panel.Name} {panel.Id} · {panel.Face} · {panel.Scheme} · {DemoTruth.Of(state)}");
        foreach (var line in BrailleCanvas.Draw(host.Card.Read().Glass))
        {
            yield return new Text(line, new Style(panel.Face.Colour == Core.Panels.ColourAbility.Single ? Color.Red : Color.Orange1));
        }
    }
}
