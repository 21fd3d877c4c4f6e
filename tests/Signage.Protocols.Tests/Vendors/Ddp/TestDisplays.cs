using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Tests.Vendors.Ddp;

/// <summary>Card models built in code, so that tests of the wire do not depend on files.</summary>
internal static class TestDisplays
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

    /// <summary>One that tells its status and takes no time.</summary>
    public static DeviceProfile Telling { get; } = Matrix with
    {
        Id = "ddp/telling",
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

    /// <summary>A picture whose every byte follows from a number.</summary>
    public static PixelFrame Picture(PanelFace face, int seed) => PixelFrame.Create(face.Size, PixelLayout.Rgb, seed, static (cells, from) => new Random(from).NextBytes(cells));

    public static PanelCommand.ShowFrame Frame(PanelFace face, int seed, long number, uint stamp = 0) =>
        new(Picture(face, seed), new FrameTick(number, new FrameStamp(stamp)));

    public static Show Show(PanelFace face, PixelFrame picture, Effect effect) =>
        new(face, "ddp/matrix", [new ShowPage(new Page(picture, effect, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(5), 1), new Revision("test", picture.Digest.Hex))]);

    public static IReadOnlyList<byte[]> Encode(this IPanelAdapter adapter, PanelCommand command, PanelFace face, params (string Name, string Value)[] options) =>
        adapter.Encode(command, adapter.Protocol == "wled" ? Wled : Matrix, face, options.ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <summary>What a step wants sent, as datagrams.</summary>
    public static IReadOnlyList<byte[]> Datagrams(this DialogueStep step) =>
        [.. Assert.IsType<WireMessage.Datagrams>(Assert.IsType<DialogueStep.Send>(step).Message).Packets.Select(packet => packet.ToArray())];
}
