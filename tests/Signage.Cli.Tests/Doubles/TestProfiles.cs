using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Tests.Doubles;

/// <summary>Card models made in code.</summary>
internal static class TestProfiles
{
    public static DeviceProfile Bench(string id = "bench/one") => new()
    {
        Id = id,
        Names = new ProfileNames("台架", "Bench"),
        Protocol = BenchAdapter.Name,
        Delivery = [DeliveryKind.Pages],
        Colours = [ColourAbility.Single, ColourAbility.Dual],
        Face = new FaceLimits(16, 320, 16, 64, 320 * 32, EvidenceLevel.Derived),
        Links = [new LinkDefaults("tcp", Port: 5005), new LinkDefaults("serial", Baud: 57600)],
        Timing = new ProfileTiming(500, 3),
        Packets = new PacketLimits(1024, null, EvidenceLevel.Derived),
        Brightness = new BrightnessScale(0, 15),
        Capabilities = new ProfileCapabilities(true, true, true, true, false, false, false),
        Effects = [new EffectMapping(Effect.Static, 1, EffectFidelity.Exact), new EffectMapping(Effect.MoveLeft, 3, EffectFidelity.Exact)],
        Speed = new SpeedScale([new SpeedLevel(1, 2000), new SpeedLevel(2, 4000)], 1, EvidenceLevel.Unproven),
        Stay = new StayScale(10, 65535),
        Quirks = ["断电即失 (lost at power-off)"],
        Evidence = new Dictionary<string, EvidenceLevel> { ["loadPages"] = EvidenceLevel.Captured },
    };
}
