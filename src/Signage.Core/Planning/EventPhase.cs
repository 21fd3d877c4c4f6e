namespace Signage.Core.Planning;

/// <summary>Before, during or after an event (活动).</summary>
public enum EventPhase
{
    /// <summary>预告: some days before it, until it begins.</summary>
    Before,

    /// <summary>From its beginning to its end.</summary>
    During,

    /// <summary>From its end on, for some days.</summary>
    After,
}
