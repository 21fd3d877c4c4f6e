namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>Where the base of a topic ends. The base is chosen at the clock and may have several levels, so the names that the firmware knows tell.</summary>
internal static class AwtrixTopics
{
    // src/MQTTManager.cpp of the firmware: what it subscribes to and what it publishes. Longer names first.
    private static readonly string[] Names =
    [
        "stats/buttonSelect", "stats/transitions", "stats/buttonRight", "stats/buttonLeft", "stats/currentApp", "notify/dismiss", "stats/effects",
        "stats/device", "previousapp", "stats/loop", "brightness", "dateformat", "indicator1", "indicator2", "indicator3", "sendscreen", "timeformat",
        "moodlight", "doupdate", "settings", "nextapp", "notify", "reboot", "screen", "switch", "power", "rtttl", "sleep", "sound", "stats", "apps", "r2d2",
    ];

    /// <summary>The base and the name below it; null when the topic ends in no name that the firmware knows.</summary>
    public static (string Base, string Name)? Split(string topic)
    {
        var custom = topic.IndexOf($"/{AwtrixWord.Custom}", StringComparison.Ordinal);
        if (custom > 0)
        {
            return (topic[..custom], topic[(custom + 1)..]);
        }

        var name = Names.FirstOrDefault(name => topic.Length > name.Length + 1 && topic.EndsWith($"/{name}", StringComparison.Ordinal));
        return name is null ? null : (topic[..^(name.Length + 1)], name);
    }
}
