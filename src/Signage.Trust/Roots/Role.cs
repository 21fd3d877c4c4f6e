namespace Signage.Trust.Roots;

/// <summary>What the signature of a person is good for. One person may have several roles; a role that works online has none that approves.</summary>
public enum Role
{
    /// <summary>根: signs the next root. Kept offline.</summary>
    Root,

    /// <summary>一审: first review of content.</summary>
    FirstReview,

    /// <summary>二审: second review.</summary>
    SecondReview,

    /// <summary>终审: final review.</summary>
    FinalReview,

    /// <summary>派发: says which approved content goes where. Online; approves nothing.</summary>
    Dispatch,

    /// <summary>保鲜: says again and again what is newest. Online, short-lived.</summary>
    Freshness,

    /// <summary>站点: a site speaks for itself, such as about the head of its audit. Online.</summary>
    Site,

    /// <summary>应急: darkens panels at once.</summary>
    Emergency,

    /// <summary>恢复: ends a blank.</summary>
    Resume,
}
