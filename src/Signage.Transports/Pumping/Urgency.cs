namespace Signage.Transports.Pumping;

/// <summary>Whether a dialogue may wait for its turn.</summary>
public enum Urgency
{
    /// <summary>In the order of asking.</summary>
    Ordinary,

    /// <summary>Before all ordinary ones; the one that is running makes way. For a person who wants the glass dark now.</summary>
    Urgent,
}
