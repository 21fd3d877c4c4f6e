using System.ComponentModel.DataAnnotations;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;

namespace Signage.Protocols.Profiles;

/// <summary>卡型号: everything that distinguishes one card model from another, as data. Read from <c>firmware-profiles/ID.json</c>, checked whole at start, immutable afterwards.</summary>
public sealed record DeviceProfile
{
    /// <summary>Path below <c>firmware-profiles/</c> without <c>.json</c>, such as <c>onbon/bx-6e2</c>.</summary>
    [RegularExpression("^[a-z0-9-]+(/[a-z0-9-]+)+$")]
    public required string Id { get; init; }

    /// <summary>What people call the model.</summary>
    public required ProfileNames Names { get; init; }

    /// <summary>The protocol that its adapter speaks, such as <c>onbon-bx6</c>.</summary>
    [RegularExpression("^[a-z0-9-]+$")]
    public required string Protocol { get; init; }

    /// <summary>The variant of the protocol; empty when there is only one.</summary>
    public string Dialect { get; init => field = value ?? ""; } = "";   // the generated reader hands null for an absent member

    /// <summary>How content can be delivered.</summary>
    [MinLength(1)]
    public required IReadOnlyList<DeliveryKind> Delivery { get; init; }

    /// <summary>The colour abilities that it can drive.</summary>
    [MinLength(1)]
    public required IReadOnlyList<ColourAbility> Colours { get; init; }

    /// <summary>The faces that it can drive.</summary>
    public required FaceLimits Face { get; init; }

    /// <summary>The links that it can be reached by, preferred first.</summary>
    [MinLength(1)]
    public required IReadOnlyList<LinkDefaults> Links { get; init; }

    /// <summary>
    /// The second link of a card whose pictures go one way and whose commands another, at the same host; null when everything goes over one. Its port
    /// can be written into the endpoint: <c>udp://192.168.1.30:4048?control=8080</c>.
    /// </summary>
    public LinkDefaults? Control { get; init; }

    /// <summary>How pictures are streamed; null for a card that is not streamed to.</summary>
    public FramePacing? Frames { get; init; }

    /// <summary>How the pixels that it hands back are compared; null for a card that hands back none.</summary>
    public ReadBackRules? ReadBack { get; init; }

    /// <summary>How long it may take to answer.</summary>
    public required ProfileTiming Timing { get; init; }

    /// <summary>How large a packet may be.</summary>
    public required PacketLimits Packets { get; init; }

    /// <summary>How it counts brightness.</summary>
    public required BrightnessScale Brightness { get; init; }

    /// <summary>What it can do besides showing pages.</summary>
    public required ProfileCapabilities Capabilities { get; init; }

    /// <summary>The effects that it knows and how near they come to the canonical ones. An effect that is not listed is not supported.</summary>
    [MinLength(1)]
    public required IReadOnlyList<EffectMapping> Effects { get; init; }

    /// <summary>The speeds that it knows.</summary>
    public required SpeedScale Speed { get; init; }

    /// <summary>How it counts the stay of a page.</summary>
    public required StayScale Stay { get; init; }

    /// <summary>Protocol-specific settings by name, checked by the adapter, such as <c>deviceType</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>What is odd about the model, a line each, for technicians.</summary>
    public IReadOnlyList<string> Quirks { get; init => field = value ?? []; } = [];

    /// <summary>For each command, the best evidence that its bytes are right: never better than that of the best vector that we have of it.</summary>
    public required IReadOnlyDictionary<string, EvidenceLevel> Evidence { get; init; }

    /// <summary>
    /// Where a source says that a command is so and nobody outside has written down its bytes: how well that is attested, which is better than the
    /// <see cref="Evidence"/> of the same name.
    /// </summary>
    public IReadOnlyDictionary<string, EvidenceLevel> Facts { get; init => field = value ?? new Dictionary<string, EvidenceLevel>(); } = new Dictionary<string, EvidenceLevel>();

    /// <summary>
    /// The profile for one card on a line with several: the setting <c>address</c> is replaced. Ask the adapter's <c>Validate</c> afterwards;
    /// a protocol without addresses refuses the setting by its name.
    /// </summary>
    /// <param name="address">The address in the protocol's own spelling; null leaves the profile as it is.</param>
    public DeviceProfile AtAddress(string? address) =>
        address is null ? this : this with { Settings = new Dictionary<string, string>(Settings) { ["address"] = address } };

    /// <summary>How conversations are carried over a scheme with this card.</summary>
    public LinkShape ShapeOf(string scheme) =>
        Links.Append(Control).FirstOrDefault(link => link?.Scheme == scheme && link.Shape is not null)?.Shape ?? LinkShapes.Usual(scheme);
}
