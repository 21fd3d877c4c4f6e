namespace Signage.Core.Review;

/// <summary>
/// Where a revision stands on its way to the panels. That it is lit, or was, is no state of it: the plan says that of any instant. The numbers stand in databases and never change.
/// </summary>
public enum ReviewState
{
    /// <summary>草稿: being written.</summary>
    Draft = 1,

    /// <summary>已校: screened, and nothing in it is refused.</summary>
    Screened = 2,

    /// <summary>待初审: waits for its first review.</summary>
    FirstReview = 3,

    /// <summary>待复审: waits for its second review.</summary>
    SecondReview = 4,

    /// <summary>待终审: waits for its final review.</summary>
    FinalReview = 5,

    /// <summary>已通过: may be lit.</summary>
    Approved = 6,

    /// <summary>退回: a reviewer said why not.</summary>
    SentBack = 7,

    /// <summary>撤回: nobody wants it any more; for good.</summary>
    Withdrawn = 8,

    /// <summary>暂停: approved, and held back for now.</summary>
    Suspended = 9,

    /// <summary>已替换: a later revision of the same item was approved; for good.</summary>
    Superseded = 10,
}
