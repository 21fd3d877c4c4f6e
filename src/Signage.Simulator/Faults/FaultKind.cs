namespace Signage.Simulator.Faults;

/// <summary>What a simulated card does wrong with one packet.</summary>
public enum FaultKind
{
    /// <summary>Nothing: the packet is treated as the manual says.</summary>
    None,

    /// <summary>The packet is not heard at all.</summary>
    Ignore,

    /// <summary>The packet is obeyed, but the answer is lost.</summary>
    Mute,

    /// <summary>The packet is refused because the card is busy.</summary>
    Refuse,

    /// <summary>The packet is obeyed and answered twice.</summary>
    Repeat,

    /// <summary>The packet is obeyed, and rubbish comes instead of an answer.</summary>
    Rubbish,

    /// <summary>The packet is obeyed and answered, then the card restarts and has forgotten its volatile content.</summary>
    Reboot,
}
