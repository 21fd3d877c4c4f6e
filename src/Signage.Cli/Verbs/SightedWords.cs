using System.Text.Json.Nodes;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary>How long ago a panel was last seen, as a site tells it.</summary>
internal static class SightedWords
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;

    /// <summary>The words; null for a panel that was never seen.</summary>
    public static string? Of(JsonNode? sighted) => (long?)sighted?["secondsAgo"] switch
    {
        null => null,
        < 2 * Minute and var seconds => Words.SightedSeconds.With(seconds),
        < 2 * Hour and var seconds => Words.SightedMinutes.With(seconds / Minute),
        var seconds => Words.SightedHours.With(seconds / Hour, sighted?["at"]),
    };
}
