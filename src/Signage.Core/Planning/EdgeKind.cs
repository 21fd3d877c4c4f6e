namespace Signage.Core.Planning;

/// <summary>What tells when an edge of the day comes.</summary>
public enum EdgeKind
{
    /// <summary>The clock on the wall.</summary>
    Clock,

    /// <summary>日出, the sunrise at the site's place.</summary>
    Sunrise,

    /// <summary>日落, the sunset at the site's place.</summary>
    Sunset,
}
