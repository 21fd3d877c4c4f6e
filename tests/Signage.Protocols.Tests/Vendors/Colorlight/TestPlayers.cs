using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Tests.Vendors.Colorlight;

/// <summary>Players built in code, so that tests of the wire do not depend on files.</summary>
internal static class TestPlayers
{
    /// <summary>Put to sleep to be dark.</summary>
    public static DeviceProfile C4 { get; } = new()
    {
        Id = "colorlight/c4",
        Names = new ProfileNames("卡莱特 C4", "Colorlight C4"),
        Protocol = "colorlight-player",
        Dialect = "sleep",
        Delivery = [DeliveryKind.Pages],
        Colours = [ColourAbility.Single, ColourAbility.Dual, ColourAbility.Seven, ColourAbility.Full],
        Face = new FaceLimits(2, 4096, 2, 1536, null, EvidenceLevel.Published),
        Links = [new LinkDefaults("http", 80)],
        ReadBack = new ReadBackRules(30, 8, 0, 120),
        Timing = new ProfileTiming(5_000, 2),
        Packets = new PacketLimits(16_777_216, null, EvidenceLevel.Unproven),
        Brightness = new BrightnessScale(0, 255),
        Capabilities = new ProfileCapabilities(true, true, true, true, false, true, false),
        Effects = [new EffectMapping(Effect.Static, 0, EffectFidelity.Exact)],
        Speed = new SpeedScale([new SpeedLevel(1, 20_000)], 1, EvidenceLevel.Unproven),
        Stay = new StayScale(100, 36_000),
        Evidence = new Dictionary<string, EvidenceLevel>(),
    };

    /// <summary>Has a switch for the screen.</summary>
    public static DeviceProfile Newer { get; } = C4 with { Id = "colorlight/a-series", Dialect = "screenstatus" };

    /// <summary>Said to move, at several speeds: no committed profile says so, because no source attests the pixels of a movement.</summary>
    public static DeviceProfile Moving { get; } = C4 with
    {
        Effects =
        [
            new EffectMapping(Effect.Static, 0, EffectFidelity.Exact),
            new EffectMapping(Effect.MoveUp, 20, EffectFidelity.Exact),
            new EffectMapping(Effect.MoveLeft, 22, EffectFidelity.Exact),
        ],
        Speed = new SpeedScale([new SpeedLevel(1, 5_000), new SpeedLevel(2, 20_000), new SpeedLevel(3, 30_000)], 2, EvidenceLevel.Unproven),
    };

    /// <summary>A show of still pages, five seconds each.</summary>
    public static Show Show(PanelFace face, params PixelFrame[] pictures) => new(face, C4.Id, [.. pictures.Select(picture =>
        new ShowPage(new Page(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5)), Revision.Blank))]);
}
