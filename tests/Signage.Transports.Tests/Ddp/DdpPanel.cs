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
using Signage.Transports.Http;
using Signage.Transports.Links;
using Signage.Transports.Pumping;
using Signage.Transports.Udp;

namespace Signage.Transports.Tests.Ddp;

/// <summary>A simulated display on real links, and the lines of a controller to it.</summary>
internal sealed class DdpPanel : IAsyncDisposable
{
    private static readonly DialoguePump Pump = new(TimeProvider.System);

    private readonly IPanelHost _host;
    private readonly IPanelAdapter _adapter;
    private readonly DeviceProfile _profile;
    private readonly PanelFace _face;
    private readonly PanelLine _pictures;
    private readonly PanelLine? _commands;

    private DdpPanel(IPanelHost host, IPanelAdapter adapter, DeviceProfile profile, PanelFace face)
    {
        (_host, _adapter, _profile, _face) = (host, adapter, profile, face);
        var address = PanelAddress.Of(host.Endpoint);
        _pictures = new PanelLine(address.Line, new UdpTransport(TimeProvider.System), Pump);
        _commands = address.Control(profile) is { } control ? new PanelLine(control, new HttpTransport(TimeProvider.System), Pump) : null;
    }

    /// <summary>The card; its clock stands still until a test moves it.</summary>
    public IMessageCard Card => (IMessageCard)_host.Card;

    /// <summary>A display without words, one that tells its status, or a WLED controller.</summary>
    public static DeviceProfile Model(string protocol, bool answers) => new()
    {
        Id = $"{protocol}/test",
        Names = new ProfileNames("屏", "display"),
        Protocol = protocol,
        Delivery = [DeliveryKind.Frames],
        Colours = [ColourAbility.Full],
        Face = new FaceLimits(1, 1024, 1, 512, null, EvidenceLevel.Unproven),
        Links = [new LinkDefaults("udp", 4048)],
        Control = protocol == "wled" ? new LinkDefaults("http", 80) : null,
        Frames = new FramePacing(40, 1000, EvidenceLevel.Derived),
        Timing = new ProfileTiming(20_000, 1),
        Packets = new PacketLimits(1454, null, EvidenceLevel.Published),
        Brightness = new BrightnessScale(0, 255),
        Capabilities = new ProfileCapabilities(answers, protocol == "wled", false, answers, false, false, false),
        Effects = [new EffectMapping(Effect.Static, 1, EffectFidelity.Exact)],
        Speed = new SpeedScale([new SpeedLevel(1, 5000)], 1, EvidenceLevel.Derived),
        Stay = new StayScale(100, 36_000),
        Settings = new Dictionary<string, string> { ["timecode"] = "on" },
        Evidence = new Dictionary<string, EvidenceLevel>(),
    };

    public static async Task<DdpPanel> StartAsync(IPanelAdapter adapter, DeviceProfile profile, PanelFace face, CancellationToken cancellationToken)
    {
        var card = SimulatedCards.Create(profile, face, new CardClock(TimeProvider.System));
        card.Clock.Hold();
        var listen = new Uri(profile.Control is null ? "udp://127.0.0.1:0" : "udp://127.0.0.1:0?control=0");
        return new DdpPanel(await PanelHosts.StartAsync(listen, card, TimeProvider.System, cancellationToken), adapter, profile, face);
    }

    /// <summary>A picture whose every byte follows from a number.</summary>
    public PixelFrame Picture(int seed) => PixelFrame.Create(_face.Size, PixelLayout.Rgb, seed, static (cells, from) => new Random(from).NextBytes(cells));

    /// <summary>Asks over the link that the command belongs to: pictures and blank over the one, everything else over the other where there is one.</summary>
    public Task<DialogueStep.Done> AskAsync(PanelCommand command, CancellationToken cancellationToken) =>
        (command is PanelCommand.ShowFrame or PanelCommand.Blank ? _pictures : _commands ?? _pictures)
            .AskAsync(_adapter.Begin(command, _profile, _face), cancellationToken);

    /// <summary>Sends a picture and waits until it is lit. Nobody acknowledges a datagram, so the glass is looked at.</summary>
    public async Task ShowAsync(PixelFrame picture, long number, FrameStamp stamp, CancellationToken cancellationToken)
    {
        var done = await AskAsync(new PanelCommand.ShowFrame(picture, new FrameTick(number, stamp)), cancellationToken);
        Assert.Equal(PanelOutcome.SentUnverified, done.Outcome);
        await Patience.UntilAsync(() => Card.Read() is { } seen && seen.Stamp == stamp && seen.Glass.Equals(picture), () => Card.Read(), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _pictures.DisposeAsync();
        if (_commands is not null)
        {
            await _commands.DisposeAsync();
        }

        await _host.DisposeAsync();
    }
}
