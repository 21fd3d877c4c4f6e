using System.Text.Json.Nodes;
using Signage.Controller.Dispatch;

namespace Signage.Controller.Control.Verbs;

/// <summary>What is known of the clock inside a card, as verbs answer it.</summary>
internal static class CardClocks
{
    /// <summary>The clock; null when nothing is known of it.</summary>
    public static JsonObject? Of(CardClockState clock, TimeZoneInfo zone) => clock == CardClockState.Unknown ? null : new JsonObject
    {
        ["offSeconds"] = clock.OffSeconds,
        ["readAt"] = Local(clock.ReadAt, zone),
        ["foundSeconds"] = clock.FoundSeconds,
        ["setAt"] = Local(clock.SetAt, zone),
    };

    private static string? Local(DateTimeOffset? instant, TimeZoneInfo zone) => instant is { } some ? ControlAnswers.Local(some, zone) : null;
}
