namespace Signage.Core.Review;

/// <summary>岗位: what a person of a site may do. One person may have several; the rules of <see cref="ReviewRules"/> still keep the hands apart. The numbers stand in databases and never change.</summary>
[Flags]
public enum Duty
{
    /// <summary>Nothing but looking.</summary>
    None = 0,

    /// <summary>录入: writes, and hands in.</summary>
    Write = 1,

    /// <summary>初审: the first review.</summary>
    FirstReview = 2,

    /// <summary>复审: the second review.</summary>
    SecondReview = 4,

    /// <summary>终审: the final review, after which words may be lit.</summary>
    FinalReview = 8,

    /// <summary>值班: blanks, says one of the two words that end a blank, and takes words down at once.</summary>
    Watch = 16,

    /// <summary>技术: looks after panels, and lights built-in test patterns only.</summary>
    Technician = 32,

    /// <summary>管理: says who has which duty. Reviews nothing by that.</summary>
    Manage = 64,
}
