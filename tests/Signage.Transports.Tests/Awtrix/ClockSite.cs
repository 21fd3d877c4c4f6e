using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Transports.Tests.Awtrix;

/// <summary>A simulated clock at the end of a real link, and a line to it.</summary>
internal sealed class ClockSite : IAsyncDisposable
{
    private readonly DeviceProfile _profile;
    private readonly ServiceProvider _services;
    private readonly IPanelHost _host;
    private readonly PanelLine _line;

    private ClockSite(DeviceProfile profile, ServiceProvider services, IPanelHost host)
    {
        (_profile, _services, _host) = (profile, services, host);
        var transport = services.GetRequiredService<PanelTransports>().Find(host.Endpoint.Scheme, profile)!;
        _line = new PanelLine(host.Endpoint, transport, services.GetRequiredService<DialoguePump>());
    }

    public static PanelFace Face { get; } = PanelFace.Parse("32x8xrgb");

    public ISimulatedCard Card => _host.Card;

    /// <summary>Puts a clock on a link. Its own clock stands still.</summary>
    public static Task<ClockSite> StartAsync(string model, Uri listen, CancellationToken cancellationToken) =>
        StartAsync(model, listen, TimeProvider.System, isHeld: true, cancellationToken);

    /// <summary>Puts a clock on a link. Its own clock runs by the test's, and so does the patience of whoever asks it.</summary>
    public static Task<ClockSite> StartAsync(string model, Uri listen, TimeProvider time, CancellationToken cancellationToken) =>
        StartAsync(model, listen, time, isHeld: false, cancellationToken);

    private static async Task<ClockSite> StartAsync(string model, Uri listen, TimeProvider time, bool isHeld, CancellationToken cancellationToken)
    {
        // Where silence is not the matter, nobody is hurried: this machine may have other things to do.
        var profile = Model(model);
        profile = isHeld ? profile with { Timing = profile.Timing with { AnswerMilliseconds = 20_000 } } : profile;
        var card = SimulatedCards.Create(profile, Face, new CardClock(time));
        if (isHeld)
        {
            card.Clock.Hold();
        }

        var services = new ServiceCollection().AddSingleton(time).AddPanelTransports().BuildServiceProvider();
        return new ClockSite(profile, services, await PanelHosts.StartAsync(listen, card, time, cancellationToken));
    }

    /// <summary>Pages in every colour, as the renderer would make them: only the renderer may, so the constructor is not public.</summary>
    public static Show Show(int seed, params int[] seconds) => NewShow(Face, "awtrix/awtrix3-mqtt", [.. seconds.Select((stay, place) => new ShowPage(
        new Page(
            PixelFrame.Create(Face.Size, Face.Layout, (seed * 100) + place, static (cells, from) => new Random(from).NextBytes(cells)),
            Effect.Static,
            TimeSpan.FromMilliseconds(20),
            TimeSpan.FromSeconds(stay)),
        Revision.Blank))]);

    public Task<DialogueStep.Done> AskAsync(PanelCommand command, CancellationToken cancellationToken) =>
        _line.AskAsync(new AwtrixAdapter().Begin(command, _profile, Face), cancellationToken);

    /// <summary>Loads two shows, reads their pixels back at each page, and darkens: the same over every link.</summary>
    public async Task TellsTheTruthAsync(CancellationToken cancellationToken)
    {
        Assert.Equal(PanelOutcome.Accepted, (await AskAsync(new PanelCommand.Ping(), cancellationToken)).Outcome);
        foreach (var show in (Show[])[Show(1, 20), Show(2, 20, 3, 12)])
        {
            var done = await AskAsync(new PanelCommand.LoadPages(show), cancellationToken);
            Assert.True(done.Outcome == PanelOutcome.Accepted, done.Detail);
            Assert.Equal(show.Digest, Card.Read().Digest);
            for (var step = 0; step < 4; step++)
            {
                Card.Clock.Advance(TimeSpan.FromSeconds(11));

                // How far its time went on before nobody knows; while one page slides over the other it shows neither.
                while (!show.Loop.Any(page => page.Picture.Equals(Card.Read().Glass)))
                {
                    Card.Clock.Advance(TimeSpan.FromMilliseconds(50));
                }

                var reading = Card.Read();
                Assert.Equal(Effects.FrameAt(show.Loop, Face.Size, reading.SinceStart), reading.Glass);
                await HandsBackAsync(cancellationToken);
            }
        }

        Assert.Equal(PanelOutcome.Accepted, (await AskAsync(new PanelCommand.Blank(), cancellationToken)).Outcome);
        Assert.True(Card.Read().Glass.IsDark);
        await HandsBackAsync(cancellationToken);
    }

    /// <summary>The pixels that the clock hands back are those of its glass at a moment of the conversation: over MQTT it tells its state every ten seconds, so its time goes on.</summary>
    private async Task HandsBackAsync(CancellationToken cancellationToken)
    {
        var glasses = new List<PixelFrame> { Card.Read().Glass };
        var asked = AskAsync(new PanelCommand.ReadPixels(), cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!asked.IsCompleted && await timer.WaitForNextTickAsync(cancellationToken))
        {
            // Never quite to the moment at which a page changes.
            Card.Clock.Advance(TimeSpan.FromMilliseconds(970));
            glasses.Add(Card.Read().Glass);
        }

        Assert.Contains((await asked).Reading?.Pixels, glasses);
    }

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        await _host.DisposeAsync();
        await _services.DisposeAsync();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Show NewShow(PanelFace face, string profileId, IReadOnlyList<ShowPage> pages);

    /// <summary>A card model of the repository.</summary>
    public static DeviceProfile Model(string model)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        var file = new ProfileFile(model, model, File.ReadAllText(Path.Combine(folder, "firmware-profiles", $"{model}.json")));
        return new ProfileReader(new PanelAdapters([new AwtrixAdapter()])).Read([file]).Catalog!.All[0];
    }
}
