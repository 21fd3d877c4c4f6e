using System.Buffers;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Tests.Cards;

/// <summary>A card model of tests, and what the vendor's adapter says to it.</summary>
internal static class TestCard
{
    public static DeviceProfile Model { get; } = new()
    {
        Id = "onbon/bx-6q2",
        Names = new ProfileNames("仰邦 BX-6Q2", "Onbon BX-6Q2"),
        Protocol = "onbon-bx6",
        Delivery = [DeliveryKind.Pages],
        Colours = [ColourAbility.Single, ColourAbility.Dual, ColourAbility.Seven, ColourAbility.Full],
        Face = new FaceLimits(8, 1024, 2, 512, null, EvidenceLevel.Unproven),
        Links = [new LinkDefaults("tcp", 5005)],
        Timing = new ProfileTiming(2000, 3),
        Packets = new PacketLimits(64_512, null, EvidenceLevel.Published),
        Brightness = new BrightnessScale(0, 15),
        Capabilities = new ProfileCapabilities(true, true, true, true, false, false, true, Timers: 2),
        Effects =
        [
            new EffectMapping(Effect.Static, 1, EffectFidelity.Exact), new EffectMapping(Effect.MoveLeft, 3, EffectFidelity.Exact),
            new EffectMapping(Effect.ContinuousLeft, 4, EffectFidelity.Exact), new EffectMapping(Effect.MoveUp, 5, EffectFidelity.Exact),
            new EffectMapping(Effect.Blink, 7, EffectFidelity.Exact),
        ],
        Speed = new SpeedScale([.. Enumerable.Range(1, 32).Select(level => new SpeedLevel(level, level * 2000))], 10, EvidenceLevel.Unproven),
        Stay = new StayScale(10, 65_535),
        Settings = new Dictionary<string, string> { ["deviceType"] = "6602" },
        Evidence = new Dictionary<string, EvidenceLevel>(),
    };

    /// <summary>The packet of a command, as the adapter writes it.</summary>
    public static byte[] Packet(PanelCommand command, PanelFace face) => new Bx6Adapter().Encode(command, Model, face, new Dictionary<string, string>())[0];

    /// <summary>The packet that loads pages.</summary>
    public static byte[] Packet(PanelFace face, IReadOnlyList<Page> pages) => Packet(
        new PanelCommand.LoadPages(new Show(face, Model.Id, [.. pages.Select(page => new ShowPage(page, new Revision("test", page.Picture.Digest.Hex)))])), face);

    /// <summary>Feeds a packet and hands back what the card answered.</summary>
    public static byte[] Hear(this ISimulatedCard card, byte[] packet)
    {
        var input = new ReadOnlySequence<byte>(packet);
        var answers = new ArrayBufferWriter<byte>();
        ((IByteCard)card).OnBytes(ref input, answers);
        return answers.WrittenSpan.ToArray();
    }
}
