using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Card models built in code, so that tests of the wire do not depend on files.</summary>
internal static class TestCards
{
    public static DeviceProfile Q2 { get; } = new()
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
        Capabilities = new ProfileCapabilities(true, true, true, true, false, false, true, Timers: 1),
        Effects =
        [
            new EffectMapping(Effect.Static, 1, EffectFidelity.Exact),
            new EffectMapping(Effect.MoveLeft, 3, EffectFidelity.Exact),
            new EffectMapping(Effect.ContinuousLeft, 4, EffectFidelity.Exact),
            new EffectMapping(Effect.MoveUp, 5, EffectFidelity.Exact),
            new EffectMapping(Effect.Blink, 7, EffectFidelity.Exact),
        ],
        Speed = new SpeedScale([.. Enumerable.Range(1, 32).Select(level => new SpeedLevel(level, level * 2000))], 10, EvidenceLevel.Unproven),
        Stay = new StayScale(10, 65_535),
        Settings = new Dictionary<string, string> { ["deviceType"] = "6602" },
        Evidence = new Dictionary<string, EvidenceLevel>(),
    };
}
