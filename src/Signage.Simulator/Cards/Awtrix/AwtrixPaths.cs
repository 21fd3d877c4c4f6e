namespace Signage.Simulator.Cards.Awtrix;

/// <summary>The paths of a clock's web server that take something (src/ServerManager.cpp of the firmware).</summary>
internal static class AwtrixPaths
{
    private const string Custom = "/api/custom";

    private static readonly string[] Words =
    [
        "power", "sleep", "rtttl", "sound", "moodlight", "notify", "nextapp", "previousapp", "notify/dismiss", "apps", "switch", "settings", "indicator1",
        "indicator2", "indicator3", "r2d2", "reboot",
    ];

    /// <summary>What a path says; null when there is no such path.</summary>
    public static string? WordOf(string path)
    {
        var (place, query) = path.Split('?', 2) is [var before, var after] ? (before, after) : (path, "");
        if (place == Custom)
        {
            var name = query.Split('&').Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair is ["name", _])?[1] ?? "";
            return $"custom/{Uri.UnescapeDataString(name)}";
        }

        return Array.Find(Words, word => place == $"/api/{word}");
    }

    /// <summary>Whether the server looks at what came of a word.</summary>
    public static bool CanBeRefused(string word) =>
        word is "moodlight" or "notify" or "switch" or "indicator1" or "indicator2" or "indicator3" || word.StartsWith("custom/", StringComparison.Ordinal);
}
