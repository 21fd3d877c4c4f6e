namespace Signage.Transports.Tests.Broker.Access;

/// <summary>The topics and filters of the matrix, by families: those that somebody has a right to, and all that comes near them.</summary>
internal static class AccessTopics
{
    private static readonly string[] Ends = [.. AccessRoles.Panels.SelectMany(panel => (string[])[$"signage/{panel}/up", $"signage/{panel}/down"])];

    private static readonly string[] AroundThem =
        ["signage", "signage/lamp", "signage/clock", "signage/lamp/up/more", "signage/lamp/other", "signage/clock/custom/app"];

    private static readonly string[] OfNobody = ["signage/other/up", "signage/other/down", "signage/kept", "signage/kept/more"];

    private static readonly string[] NearMisses = ["signage/lam/up", "signage/lamps/up", "signage/lamp/ups", "signage/clocks/up", "signages/clock/up"];

    private static readonly string[] EmptyLevels =
        ["signage/lamp/up/", "/signage/lamp/up", "signage//lamp/up", "signage/lamp//up", "signage//up", "signage/clock/", "/"];

    // A letter of another script, one without width, capitals, a blank, and what is a way upwards in other places.
    private static readonly string[] LookAlikes =
        ["SIGNAGE/lamp/up", "signage/LAMP/up", "signage/l\u0430mp/up", "signage/lamp\u200B/up", "signage/lamp /up", "signage/clock/../lamp/up"];

    private static readonly string[] Foreign = ["elsewhere/lamp/up", "lamp/up", "lamp"];

    private static readonly string[] Reserved = ["$SYS", "$SYS/broker/load", "$share/group/signage/lamp/up", "$signage/lamp/up"];

    private static readonly string[] Wildcards = ["#", "+", "signage/+/up", "signage/lamp/#", "signage/clock/+"];

    /// <summary>Topics that somebody could hear if he had the right.</summary>
    public static IReadOnlyList<string> Hearable { get; } =
        [.. Ends, .. AroundThem, .. OfNobody, .. NearMisses, .. EmptyLevels, .. LookAlikes, .. Foreign];

    /// <summary>Everything to which one may want to speak; the last ones are no topics.</summary>
    public static IReadOnlyList<string> Topics { get; } = [.. Hearable, .. Reserved, .. Wildcards];

    /// <summary>Everything that one may want to hear.</summary>
    public static IReadOnlyList<string> Filters { get; } =
    [
        .. Hearable, .. Reserved,
        "#", "+", "/#", "/+", "+/#", "+/+", "+/+/+", "+/+/#", "+/lamp/up", "+/clock/#",
        "signage/#", "signage/+", "signage/+/up", "signage/+/down", "signage/+/#", "signage/+/+",
        "signage/lamp/#", "signage/lamp/+", "signage/lamp/down/#", "signage/gate/#", "signage/gate/+",
        "signage/clock/#", "signage/clock/+", "signage/clock/+/app", "signage/clock/custom/#", "signage/tower/#", "signage/kept/#",
        "$SYS/#", "$SYS/+", "$SYS/broker/+", "$share", "$share/group/#", "$share/group/signage/clock/#", "$share//signage/lamp/down", "$signage/#",
    ];

    /// <summary>What is really said, and kept, while somebody listens. None with an empty level that <c>+</c> would name: the library keeps those back.</summary>
    public static IReadOnlyList<string> Spoken { get; } =
    [
        .. Ends, "signage/lamp", "signage/clock", "signage/clock/custom/app", "signage/other/up", "signage/kept", "signage/lamp/up/", "/signage/lamp/up",
        "SIGNAGE/lamp/up", "signage/lamps/up", "elsewhere/lamp/up", "lamp",
    ];

    /// <summary>Rights that reach every topic that can be heard: one for each first level.</summary>
    public static IReadOnlyList<string> Widest { get; } = [.. Hearable.Select(topic => topic.Split('/')[0] + "/#").Distinct()];
}
