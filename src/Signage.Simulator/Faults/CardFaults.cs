namespace Signage.Simulator.Faults;

/// <summary>Counts the packets of one card and says what goes wrong with each. Used under the card's own lock.</summary>
/// <param name="plan">The plan.</param>
internal sealed class CardFaults(FaultPlan plan)
{
    private int _packets;

    /// <summary>The fault that the next packet meets.</summary>
    public FaultKind Next()
    {
        _packets++;
        return plan.Packets?.FirstOrDefault(fault => fault.Meets(_packets))?.Do ?? FaultKind.None;
    }
}
