namespace Signage.Simulator.Faults;

/// <summary>Which packets meet a fault. Packets are counted from 1, over restarts of the card.</summary>
/// <param name="Do">The fault.</param>
/// <param name="From">The first packet that meets it, at least 1.</param>
/// <param name="Every">After that, every so many packets, at least 1.</param>
/// <param name="Times">How often it happens at most, at least 1; null for ever.</param>
public sealed record PacketFault(FaultKind Do, int From = 1, int Every = 1, int? Times = null)
{
    /// <summary>True when the packet of this number meets the fault.</summary>
    public bool Meets(int packet)
    {
        var since = packet - From;
        return since >= 0 && since % Every == 0 && (Times is not { } times || since / Every < times);
    }
}
