namespace Signage.Core.Agendas;

/// <summary>Why nothing is lit.</summary>
public enum GapReason
{
    /// <summary>No slot is open.</summary>
    Nothing,

    /// <summary>A slot darkens the panel (黑屏).</summary>
    Blank,

    /// <summary>A policy darkens what is planned.</summary>
    Policy,

    /// <summary>People mourn, and all that is planned pauses.</summary>
    Paused,

    /// <summary>What is planned may not be lit or cannot be: words that nobody approved, or that the panel cannot show.</summary>
    Refused,
}
