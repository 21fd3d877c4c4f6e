using System.CommandLine;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Text;
using Signage.Simulator.Cards;

namespace Signage.Cli.Verbs;

/// <summary><c>signage sim PROFILE</c>: one simulated panel on a real link, until it is stopped.</summary>
internal sealed class SimVerb : Verb
{
    // A hundred days: a card that has lost its battery is farther off, and no test needs that.
    private const int LongestClockOff = 8_640_000;

    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public SimVerb(VerbRooms rooms)
        : base("sim", Words.VerbSim, "signage sim onbon/bx-6e2 --listen tcp://127.0.0.1:5005 --face 160x16x1 --view 8080")
    {
        _rooms = rooms;
        var profile = new Argument<string>("PROFILE") { Description = Words.ArgumentSimulatedModel };
        var listen = WordOptions.Endpoint("--listen", Words.OptionListen.With(EndpointForms.Simulated.Examples), EndpointForms.Simulated);
        var face = WordOptions.Face(required: false);
        var view = WordOptions.Whole("--view", Words.OptionView, "PORT", 0, 65_535);
        var faults = WordOptions.Path("--faults", Words.OptionFaults, "FILE");
        var clock = WordOptions.Whole("--clock-off", Words.OptionClockOff, "SECONDS", -LongestClockOff, LongestClockOff);
        var network = new Option<bool>("--allow-network") { Description = Words.OptionNetwork };
        Add(profile);
        foreach (var option in new Option[] { listen, face, view, faults, clock, network })
        {
            Add(option);
        }

        SetAction(async (parsed, cancellationToken) =>
        {
            var where = parsed.GetRequiredValue(listen);
            if (!parsed.GetValue(network) && !Endpoints.IsOnThisMachine(where))
            {
                throw new UsageError(Words.OnlyLoopback.With(where.Host));
            }

            var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
            var wanted = parsed.GetValue(face) ?? Faces.Usual(model);
            model = new SimulatedPlace(rooms.Rooms.Wire).Require(where, model, wanted);
            var card = rooms.Rooms.Simulation.Create(model, wanted, parsed.GetValue(faults));
            if (parsed.GetValue(clock) is { } off)
            {
                card.Clock.SetWall(card.Clock.Wall.AddSeconds(off));
            }

            var host = await rooms.Rooms.Simulation.StartAsync(where, card, cancellationToken).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                var window = parsed.GetValue(view) is { } port
                    ? await rooms.Rooms.Simulation.ViewAsync(card, model, wanted, port, cancellationToken).ConfigureAwait(false)
                    : default;
                try
                {
                    Announce(host.Endpoint, window.Address, rooms.ForMachines(parsed));
                    await StoppedAsync(cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    if (window.Server is { } server)
                    {
                        await server.DisposeAsync().ConfigureAwait(false);
                    }
                }
            }

            Conclude(card.Read(), rooms.ForMachines(parsed));
            return ExitCode.Done;
        });
    }

    // Being stopped is how this verb ends well, so the cancellation is its answer, not a failure.
    private async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _rooms.Rooms.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _rooms.Output.Answers.Flush();
        }
    }

    private void Announce(Uri endpoint, Uri? view, bool machines)
    {
        if (machines)
        {
            _rooms.Output.Json(new ListeningAnswer(EndpointText.Of(endpoint), view?.ToString()), CliJson.Readable.ListeningAnswer);
            return;
        }

        _rooms.Output.Line(Words.PanelListens.With(EndpointText.Of(endpoint)));
        if (view is not null)
        {
            _rooms.Output.Line(Words.GlassAt.With(view));
        }
    }

    private void Conclude(GlassReading reading, bool machines)
    {
        var verdict = Verdict.Of(reading);
        if (machines)
        {
            _rooms.Output.Json(new VerdictAnswer(verdict), CliJson.Readable.VerdictAnswer);
            return;
        }

        _rooms.Output.Line(Words.PacketsTold.With(verdict.PacketsTaken, verdict.PacketsRefused, verdict.Digest ?? "—"));
    }
}
