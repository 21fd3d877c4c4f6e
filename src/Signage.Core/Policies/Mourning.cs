namespace Signage.Core.Policies;

/// <summary>Which words pause on a panel while policies of mourning bind it.</summary>
public enum Mourning
{
    /// <summary>None: nobody mourns.</summary>
    None,

    /// <summary>Festive ones (喜庆).</summary>
    Joyless,

    /// <summary>All but those of mourning itself (肃穆).</summary>
    SolemnOnly,
}
