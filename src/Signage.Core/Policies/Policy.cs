using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Core.Policies;

/// <summary>规定: what no slot of any origin may break on some panels at some times.</summary>
/// <param name="Id">Its id within the site.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Rule">What it asks for.</param>
/// <param name="Time">When it binds.</param>
public sealed record Policy(string Id, PolicyOwner Owner, PolicyRule Rule, SlotTime Time)
{
    /// <summary>The panels; where <see cref="Tags"/> is empty too, every panel of the site.</summary>
    public IReadOnlyList<PanelId> Panels { get; init; } = [];

    /// <summary>标签: panels that carry one of these are meant too.</summary>
    public Tags Tags { get; init; } = Tags.None;

    /// <summary>Who made it; null when nobody says.</summary>
    public string? AddedBy { get; init; }

    /// <summary>When it was made; null when nobody says.</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>True when it binds at all times, whatever a clock or a calendar may say.</summary>
    public bool AsksNoClock => Time.AsksNoClock;

    // When it binds, and on which panels, is asked of the very code that opens slots: one reading of days and times for both.
    internal Slot Hours => new(Id, "", Panels, Time, Priority.Blank) { Tags = Tags };
}
