namespace Signage.Core.Review;

/// <summary>How many people stand between a text and a panel. Fewer than three reviews is switched on openly and said wherever approvals are. The numbers stand in databases and never change; more is stricter.</summary>
public enum ReviewMode
{
    /// <summary>单人: one person writes and lets pass; for a site that has nobody else.</summary>
    OnePerson = 1,

    /// <summary>双人: one person writes, another lets pass.</summary>
    TwoPeople = 2,

    /// <summary>三审: three reviews by three people, none of whom wrote it.</summary>
    ThreeReviews = 3,
}

/// <summary>三审: the stages of a review, in their order. The numbers stand in databases and never change.</summary>
public enum ReviewStage
{
    /// <summary>初审.</summary>
    First = 1,

    /// <summary>复审.</summary>
    Second = 2,

    /// <summary>终审.</summary>
    Final = 3,
}

/// <summary>Which mode holds for which words.</summary>
/// <param name="Usual">On most days.</param>
/// <param name="AtKeyDates">For words that are to be lit on a key date or at a key place; never less strict than <paramref name="Usual"/>.</param>
public sealed record ReviewPolicy(ReviewMode Usual, ReviewMode AtKeyDates)
{
    /// <summary>Three reviews, always: what holds when nobody says otherwise.</summary>
    public static ReviewPolicy Strict { get; } = new(ReviewMode.ThreeReviews, ReviewMode.ThreeReviews);

    /// <summary>The mode for words. Not a matter of their author.</summary>
    /// <param name="isKey">True when any of it is a key date or a key place.</param>
    public ReviewMode For(bool isKey) => isKey && AtKeyDates > Usual ? AtKeyDates : Usual;

    /// <summary>The stages of a mode, in their order.</summary>
    public static IReadOnlyList<ReviewStage> Stages(ReviewMode mode) =>
        mode is ReviewMode.ThreeReviews ? [ReviewStage.First, ReviewStage.Second, ReviewStage.Final] : [ReviewStage.Final];
}
