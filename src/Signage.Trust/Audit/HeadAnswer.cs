namespace Signage.Trust.Audit;

/// <summary>What became of an offered head.</summary>
public enum HeadAnswer
{
    /// <summary>It is the first of this site: what stands before it is believed as it is.</summary>
    Begun,

    /// <summary>It grew out of what was kept, and the entries between show it.</summary>
    Grown,

    /// <summary>It says what is known already. Signed later than that, it shows that the site is alive.</summary>
    Same,

    /// <summary>It was signed before the newest that is kept: a late copy, or an old head offered as new. It shows nothing.</summary>
    Older,

    /// <summary>The site signed more than is kept, and no entries show that it grew out of that; they are owed, see <see cref="HeadWatch.OwedFrom"/>.</summary>
    Unproven,

    /// <summary>The site signed two histories. Whoever has both envelopes can show it to anybody.</summary>
    Contradicts,

    /// <summary>It is no head of this site.</summary>
    Refused,
}
