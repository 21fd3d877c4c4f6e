using Signage.Core.Review;

namespace Browser.Tests.Cells;

/// <summary>A kind of people, told apart by what the documents say of them.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Duties">The duties of the account.</param>
/// <param name="HasCode">Whether the one-time code is set up.</param>
internal sealed record Kind(string Name, Duty Duties, bool HasCode = true)
{
    /// <summary>All kinds, in the order of the columns of <see cref="CellTable"/>.</summary>
    public static readonly IReadOnlyList<Kind> All =
    [
        new("nothing", Duty.None),
        new("write", Duty.Write),
        new("first-review", Duty.FirstReview),
        new("second-review", Duty.SecondReview),
        new("final-review", Duty.FinalReview),
        new("watch", Duty.Watch),
        new("technician", Duty.Technician),
        new("manage", Duty.Manage),

        // Of a site that asked for fewer people once: such a person manages, and reviews nothing.
        new("manage+final-review", Duty.Manage | Duty.FinalReview),
        new("manage, no code yet", Duty.Manage, HasCode: false),
        new("final-review, no code yet", Duty.FinalReview, HasCode: false),
        new("watch+final-review, no code yet", Duty.Watch | Duty.FinalReview, HasCode: false),
    ];
}
