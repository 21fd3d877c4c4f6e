namespace Signage.Trust.Screening.Lists;

/// <summary>What the words of a list are for.</summary>
public enum WordListKind
{
    /// <summary>Words that may not be shown.</summary>
    Forbidden,

    /// <summary>Names and phrases that must be written just so: what is almost one of them is found.</summary>
    Exact,

    /// <summary>Names of places: those that are not the site's own are found.</summary>
    Places,
}
