using Microsoft.Extensions.Time.Testing;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Tests.Cards.Ddp;

/// <summary>Displays of tests, and what the adapters say to them.</summary>
internal static class TestDisplay
{
    public static DeviceProfile Matrix { get; } = new()
    {
        Id = "ddp/matrix",
        Names = new ProfileNames("点阵屏", "matrix"),
        Protocol = "ddp",
        Delivery = [DeliveryKind.Frames],
        Colours = [ColourAbility.Full],
        Face = new FaceLimits(1, 1024, 1, 512, null, EvidenceLevel.Unproven),
        Links = [new LinkDefaults("udp", 4048)],
        Frames = new FramePacing(40, 1000, EvidenceLevel.Derived),
        Timing = new ProfileTiming(1000, 3),
        Packets = new PacketLimits(1454, null, EvidenceLevel.Published),
        Brightness = new BrightnessScale(0, 255),
        Capabilities = new ProfileCapabilities(false, false, false, false, false, false, false),
        Effects = [new EffectMapping(Effect.Static, 1, EffectFidelity.Exact)],
        Speed = new SpeedScale([new SpeedLevel(1, 5000)], 1, EvidenceLevel.Derived),
        Stay = new StayScale(100, 36_000),
        Settings = new Dictionary<string, string> { ["timecode"] = "on" },
        Evidence = new Dictionary<string, EvidenceLevel>(),
    };

    public static DeviceProfile AtOnce { get; } = Matrix with
    {
        Id = "ddp/at-once",
        Capabilities = Matrix.Capabilities with { Answers = true, Status = true },
        Settings = new Dictionary<string, string> { ["timecode"] = "off", ["shows"] = "atOnce" },
    };

    public static DeviceProfile Wled { get; } = Matrix with
    {
        Id = "wled/esp32",
        Protocol = "wled",
        Control = new LinkDefaults("http", 80),
        Capabilities = new ProfileCapabilities(true, true, false, true, false, false, false),
    };

    public static PanelFace Face(int width, int height) => new(new PixelSize(width, height), ColourAbility.Full);

    public static IMessageCard Card(DeviceProfile profile, PanelFace face, FaultPlan? faults = null) =>
        (IMessageCard)SimulatedCards.Create(profile, face, new CardClock(new FakeTimeProvider()), faults);

    public static PixelFrame Picture(PanelFace face, int seed) => PixelFrame.Create(face.Size, PixelLayout.Rgb, seed, static (cells, from) => new Random(from).NextBytes(cells));

    /// <summary>The packets of a picture, as the adapter writes them.</summary>
    public static IReadOnlyList<byte[]> Packets(PixelFrame picture, long number, uint stamp = 0, DeviceProfile? profile = null) => new DdpAdapter().Encode(
        new PanelCommand.ShowFrame(picture, new FrameTick(number, new FrameStamp(stamp))),
        profile ?? Matrix,
        Face(picture.Size.Width, picture.Size.Height),
        new Dictionary<string, string>());

    /// <summary>Feeds packets, each as a datagram of its own, and hands back what was answered.</summary>
    public static IReadOnlyList<byte[]> Hear(this IMessageCard card, params IEnumerable<byte[]> packets) =>
        [.. packets.SelectMany(packet => card.OnMessage(new WireMessage.Datagrams([packet]))).Select(answer => ((WireAnswer.Datagram)answer).Data.ToArray())];

    public static IReadOnlyList<byte[]> Hear(this IMessageCard card, string hex) => card.Hear(Convert.FromHexString(hex));
}
