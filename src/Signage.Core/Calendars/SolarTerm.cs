namespace Signage.Core.Calendars;

/// <summary>
/// 节气: the sun has gone on by another 15 degrees. In the order of the common year; the sun's longitude is 285 degrees at <see cref="MinorCold"/>
/// and 15 more at each that follows. Charities and city orders name days by them: 清明, 冬至.
/// </summary>
public enum SolarTerm
{
    /// <summary>小寒, about 5 January.</summary>
    MinorCold,

    /// <summary>大寒, about 20 January.</summary>
    MajorCold,

    /// <summary>立春, about 4 February.</summary>
    SpringBegins,

    /// <summary>雨水, about 19 February.</summary>
    RainWater,

    /// <summary>惊蛰, about 6 March.</summary>
    InsectsAwake,

    /// <summary>春分, about 20 March.</summary>
    SpringEquinox,

    /// <summary>清明, about 5 April.</summary>
    ClearAndBright,

    /// <summary>谷雨, about 20 April.</summary>
    GrainRain,

    /// <summary>立夏, about 5 May.</summary>
    SummerBegins,

    /// <summary>小满, about 21 May.</summary>
    GrainBuds,

    /// <summary>芒种, about 6 June.</summary>
    GrainInEar,

    /// <summary>夏至, about 21 June.</summary>
    SummerSolstice,

    /// <summary>小暑, about 7 July.</summary>
    MinorHeat,

    /// <summary>大暑, about 23 July.</summary>
    MajorHeat,

    /// <summary>立秋, about 7 August.</summary>
    AutumnBegins,

    /// <summary>处暑, about 23 August.</summary>
    HeatEnds,

    /// <summary>白露, about 7 September.</summary>
    WhiteDew,

    /// <summary>秋分, about 23 September.</summary>
    AutumnEquinox,

    /// <summary>寒露, about 8 October.</summary>
    ColdDew,

    /// <summary>霜降, about 23 October.</summary>
    FrostFalls,

    /// <summary>立冬, about 7 November.</summary>
    WinterBegins,

    /// <summary>小雪, about 22 November.</summary>
    MinorSnow,

    /// <summary>大雪, about 7 December.</summary>
    MajorSnow,

    /// <summary>冬至, about 22 December.</summary>
    WinterSolstice,
}
