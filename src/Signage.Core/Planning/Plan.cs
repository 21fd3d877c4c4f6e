using System.Collections.Frozen;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Programmes;

namespace Signage.Core.Planning;

/// <summary>计划: all programmes and slots of a site. Immutable; an edit makes a new plan.</summary>
/// <param name="Programmes">The programmes that slots name.</param>
/// <param name="Slots">The slots, in any order.</param>
/// <param name="Zone">Site time; wall-clock ranges are read in it.</param>
public sealed record Plan(IReadOnlyList<Programme> Programmes, IReadOnlyList<Slot> Slots, TimeZoneInfo Zone)
{
    /// <summary>What the day rules of slots ask about; weekdays only when nobody says.</summary>
    public SiteCalendar Calendar { get; init; } = SiteCalendar.Bare;

    /// <summary>The sun over the site; null when the site does not know its place, and then ranges by the sun are never open.</summary>
    public SiteSun? Sun { get; init; }

    /// <summary>The tags of panels, by panel; a panel that is absent has none.</summary>
    public IReadOnlyDictionary<PanelId, Tags> PanelTags { get; init; } = FrozenDictionary<PanelId, Tags>.Empty;

    /// <summary>When words were last approved, by digest; words that are absent were never, such as those of the built-in pack. Orders equals.</summary>
    public IReadOnlyDictionary<RevisionDigest, DateTimeOffset> Approved { get; init; } = FrozenDictionary<RevisionDigest, DateTimeOffset>.Empty;

    /// <summary>What of it may play while nobody knows what time it is: only what is open whatever a clock says.</summary>
    public Plan WithoutClock() => this with { Slots = [.. Slots.Where(slot => slot.Time.AsksNoClock)] };

    /// <summary>Nothing planned.</summary>
    public static Plan Empty(TimeZoneInfo zone) => new([], [], zone);
}
