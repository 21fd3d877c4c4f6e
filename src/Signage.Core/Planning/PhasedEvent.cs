namespace Signage.Core.Planning;

/// <summary>
/// 活动: up to three slots that belong together, before, during and after an event. They are bounded by instants so that each begins where the one before it ends; what
/// plays when is the arbiter's, as of every slot. Their ids are the event's with <c>.before</c>, <c>.during</c> and <c>.after</c> behind it.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Begins">Its beginning.</param>
/// <param name="Ends">Its end, later than its beginning.</param>
public sealed record PhasedEvent(string Id, DateTimeOffset Begins, DateTimeOffset Ends)
{
    /// <summary>The least and the most days before or after.</summary>
    public const int LeastDays = 1, MostDays = 366;

    /// <summary>The slot of a phase. Days are those of the site: some days before is from the midnight on which the first of them begins, some days after until the midnight on which the last of them ends.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="days">How many days before or after, <see cref="LeastDays"/> to <see cref="MostDays"/>; of no matter during it.</param>
    /// <param name="programmeId">What plays.</param>
    /// <param name="pattern">Everything else: panels, hours of the day, priority.</param>
    /// <param name="zone">Whose midnights.</param>
    public Slot SlotOf(EventPhase phase, int days, string programmeId, Slot pattern, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(zone);
        var (begins, ends) = phase switch
        {
            EventPhase.Before => (Midnight(Day(Begins, zone).AddDays(-days), zone), Begins),
            EventPhase.During => (Begins, Ends),
            _ => (Ends, Midnight(Day(Ends.AddTicks(-1), zone).AddDays(days + 1), zone)),
        };
        return pattern with { Id = IdOf(Id, phase), ProgrammeId = programmeId, Time = pattern.Time with { Begins = begins, Ends = ends } };
    }

    /// <summary>The event and the phase that a slot belongs to; null when it belongs to none.</summary>
    public static (string Event, EventPhase Phase)? Of(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        if (slot.Time.Begins is null || slot.Time.Ends is null)
        {
            return null;
        }

        foreach (var phase in Enum.GetValues<EventPhase>())
        {
            if (slot.Id.EndsWith(IdOf("", phase), StringComparison.Ordinal) && slot.Id.Length > IdOf("", phase).Length)
            {
                return (slot.Id[..^IdOf("", phase).Length], phase);
            }
        }

        return null;
    }

    private static string IdOf(string id, EventPhase phase) => phase switch
    {
        EventPhase.Before => $"{id}.before",
        EventPhase.During => $"{id}.during",
        _ => $"{id}.after",
    };

    private static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) => WallClock.Instants(day.ToDateTime(TimeOnly.MinValue), zone).First();
}
