using System.Collections.Frozen;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Simulator.Clocks;
using Signage.Simulator.Faults;

namespace Signage.Simulator.Cards;

/// <summary>Builds the simulated card for a profile.</summary>
public static class SimulatedCards
{
    // Each family stands in its own folder and is found there, so that adding one changes no other file.
    private static readonly FrozenDictionary<string, ISimulatedFamily> ByProtocol = typeof(ISimulatedFamily).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(ISimulatedFamily)))
        .Select(type => (ISimulatedFamily)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(family => family.Protocol, StringComparer.Ordinal);

    /// <summary>Builds a card.</summary>
    /// <param name="profile">The card model.</param>
    /// <param name="face">The panel's pixels.</param>
    /// <param name="clock">The card's own clock.</param>
    /// <param name="faults">What goes wrong with it; null for nothing.</param>
    /// <exception cref="NotSupportedException">No card is simulated for the protocol of the profile; the message says which.</exception>
    public static ISimulatedCard Create(DeviceProfile profile, PanelFace face, CardClock clock, FaultPlan? faults = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var plan = faults ?? FaultPlan.None;
        var card = ByProtocol.TryGetValue(profile.Protocol, out var family)
            ? family.Create(profile, face, clock, new CardFaults(plan))
            : throw new NotSupportedException(Words.NoSimulation.With(profile.Id, profile.Protocol));
        return plan.Noise is not { } noise ? card
            : card is IByteCard onWire ? new NoisyCard(onWire, plan.Seed, noise)
            : throw new NotSupportedException(Words.NoNoise.With(profile.Id));
    }
}
