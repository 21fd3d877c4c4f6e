using Signage.Core.Shows;

namespace Signage.Core.Truth;

/// <summary>What a site knows of the flash of a panel's card: how often it wrote there, and what it left. Flash wears; the count never goes back. Immutable.</summary>
/// <param name="Writes">Writings in all, 0 or more. One is counted before its first byte leaves, so that none is missed, and counts even if it fails.</param>
/// <param name="LastDay">The day of the last one, site time; null before the first.</param>
/// <param name="LastDayWrites">Writings on that day.</param>
/// <param name="Holds">What the card acknowledged last; null when nobody can say: never written, or the last writing did not end well.</param>
public sealed record FlashRecord(long Writes, DateOnly? LastDay, int LastDayWrites, FlashPage? Holds)
{
    /// <summary>Most writings on one day. Our own choice: at three a day the 100,000 writes that the vendor warns of last ninety years.</summary>
    public const int MostADay = 3;

    /// <summary>Never written by this site.</summary>
    public static FlashRecord None { get; } = new(0, null, 0, null);

    /// <summary>Writings on a day.</summary>
    public int WritesOn(DateOnly day) => LastDay == day ? LastDayWrites : 0;

    /// <summary>Whether one more may be done on a day.</summary>
    public bool MayWriteOn(DateOnly day) => WritesOn(day) < MostADay;

    /// <summary>A writing is about to begin.</summary>
    public FlashRecord Begun(DateOnly day) => new(checked(Writes + 1), day, WritesOn(day) + 1, null);

    /// <summary>The card acknowledged it.</summary>
    public FlashRecord Left(FlashPage page) => this with { Holds = page };
}

/// <summary>What the flash of a card holds, as far as the card acknowledged it; nobody has seen it.</summary>
/// <param name="ProgrammeId">The programme with the one slogan, such as <c>charity-06</c>; null for no page at all.</param>
/// <param name="Digest">The show that plays after a power cut; null for none.</param>
/// <param name="Mark">What the card's own directory calls the content; null where there is none. Another mark there means that somebody else wrote since.</param>
/// <param name="At">When it was acknowledged, site time.</param>
public sealed record FlashPage(string? ProgrammeId, ShowDigest? Digest, string? Mark, DateTimeOffset At);
