using System.CommandLine;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Words;
using Signage.Simulator.Cards;

namespace Signage.Cli.Verbs;

/// <summary><c>signage sim PROFILE</c>: one simulated panel on a real link, until it is stopped.</summary>
internal sealed class SimVerb : Verb
{
    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public SimVerb(VerbRooms rooms)
        : base("sim", "模拟屏幕 (a simulated panel on a real link, until Ctrl-C)", "signage sim onbon/bx-6e2 --listen tcp://127.0.0.1:5005 --face 160x16x1 --view 8080")
    {
        _rooms = rooms;
        var profile = new Argument<string>("PROFILE") { Description = "卡型号 (card model)" };
        var listen = WordOptions.Endpoint("--listen", "监听地址 (pty:?baud=57600, tcp://127.0.0.1:0, mqtt://127.0.0.1:1883/base/topic)", "ENDPOINT");
        var face = WordOptions.Face(required: false);
        var view = new Option<int?>("--view") { Description = "网页查看屏面的端口 (loopback port that serves the glass; 0 takes a free one)", HelpName = "PORT" };
        var faults = new Option<string?>("--faults") { Description = "故障文件 (plan of faults, JSON)", HelpName = "FILE" };
        Add(profile);
        foreach (var option in new Option[] { listen, face, view, faults })
        {
            Add(option);
        }

        view.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65_535)
            {
                result.AddError("端口应为 0 到 65535: --view takes a port from 0 to 65535.");
            }
        });
        SetAction(async (parsed, cancellationToken) =>
        {
            var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
            var wanted = parsed.GetValue(face) ?? FaceFit.Usual(model);
            FaceFit.Require(wanted, model);
            var card = rooms.Rooms.Simulation.Create(model, wanted, parsed.GetValue(faults));
            var host = await rooms.Rooms.Simulation.StartAsync(parsed.GetRequiredValue(listen), card, cancellationToken).ConfigureAwait(false);
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
            _rooms.Output.Json(new ListeningAnswer(endpoint.OriginalString, view?.ToString()), CliJson.Readable.ListeningAnswer);
            return;
        }

        _rooms.Output.Line($"模拟屏幕在 {endpoint.OriginalString} (listening; stop with Ctrl-C)");
        if (view is not null)
        {
            _rooms.Output.Line($"屏面 (glass): {view}");
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

        _rooms.Output.Line($"收到 {verdict.PacketsTaken} 包，拒绝 {verdict.PacketsRefused} 包 (packets taken, refused); 内容 (content): {verdict.Digest ?? "—"}");
    }
}
