using Signage.Core.Calendars;
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

    /// <summary>Nothing planned.</summary>
    public static Plan Empty(TimeZoneInfo zone) => new([], [], zone);
}
