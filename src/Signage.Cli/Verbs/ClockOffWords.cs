using System.Globalization;
using System.Text.Json.Nodes;

namespace Signage.Cli.Verbs;

/// <summary>How far the clock inside a card is off, as a site tells it.</summary>
internal static class ClockOffWords
{
    /// <summary>The words; null where nobody knows.</summary>
    public static string? Of(JsonNode? clock) => (long?)clock?["offSeconds"] is { } off ? $"{off.ToString("+0;-0;0", CultureInfo.InvariantCulture)} s" : null;
}
