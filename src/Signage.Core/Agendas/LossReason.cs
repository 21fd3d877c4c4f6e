namespace Signage.Core.Agendas;

/// <summary>Why a slot that is open does not play.</summary>
public enum LossReason
{
    /// <summary>Slots of a higher priority replace it.</summary>
    Replaced,

    /// <summary>As many slots as a loop holds stand before it.</summary>
    Full,

    /// <summary>A policy darkens the panel.</summary>
    Policy,

    /// <summary>People mourn, and its words pause.</summary>
    Paused,

    /// <summary>Its words, or those of a slot beside it, may not be lit or cannot be.</summary>
    Refused,
}
