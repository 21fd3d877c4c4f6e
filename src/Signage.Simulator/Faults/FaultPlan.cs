using Signage.Protocols.Noise;

namespace Signage.Simulator.Faults;

/// <summary>
/// Everything that goes wrong with a simulated panel, planned ahead so that a run can be repeated:
/// <code>{ "seed": 7, "noise": { "flip": 0.001 }, "packets": [ { "do": "refuse", "from": 5, "every": 5 }, { "do": "reboot", "from": 40, "times": 1 } ] }</code>
/// </summary>
/// <param name="Seed">Where the noise draws its chances from.</param>
/// <param name="Noise">How bad the cable is, both ways; null for a good one.</param>
/// <param name="Packets">What happens to single packets; the first rule that meets a packet counts.</param>
public sealed record FaultPlan(int Seed = 1, FaultRates? Noise = null, IReadOnlyList<PacketFault>? Packets = null)
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new();
}
