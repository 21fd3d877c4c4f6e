namespace Signage.Transports.Pumping;

/// <summary>How much hurry a dialogue is in.</summary>
public enum Urgency
{
    /// <summary>In the order of asking.</summary>
    Ordinary,

    /// <summary>Before all others.</summary>
    Urgent,
}
