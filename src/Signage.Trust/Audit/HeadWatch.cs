using System.Collections.Immutable;
using System.Globalization;
using Signage.Core.Text;
using Signage.Trust.Roots;

namespace Signage.Trust.Audit;

/// <summary>
/// 看管审计: what somebody else than the site (the centre, a technician with a stick) knows of the audit of one site, and what they make of the next head that is offered. Whoever deletes entries that
/// a kept head covers, or writes them anew, is noticed within two heartbeats: by a head that contradicts, by a second one that comes without its entries, or by silence. Whoever goes on signing the true history beside another is found by <see cref="HeadCheck"/>. Immutable; no clock is asked.
/// </summary>
public sealed record HeadWatch
{
    /// <summary>After so many heartbeats without a head that shows something a site is silent.</summary>
    public const int SilentBeats = 2;

    /// <summary>The most heads that are kept while their entries are owed; when there are more, a newer one takes the place of the last.</summary>
    public const int MostClaimed = 256;

    /// <summary>The longest heartbeat: whoever comes with a stick comes once a year at least.</summary>
    public static readonly TimeSpan LongestBeat = TimeSpan.FromDays(366);

    internal HeadWatch(string site, string signer, TimeSpan beat) => (Site, Signer, Beat) = (site, signer, beat);

    /// <summary>The site, as <c>district/site</c>.</summary>
    public string Site { get; }

    /// <summary>The id under which the root knows the key of this site.</summary>
    public string Signer { get; }

    /// <summary>How often a head is due.</summary>
    public TimeSpan Beat { get; }

    /// <summary>The head up to which the history is known to be one; null before the first.</summary>
    public AuditHead? Proven { get; internal init; }

    /// <summary>Later heads that the site signed and whose entries are owed, ascending.</summary>
    public ImmutableList<AuditHead> Claimed { get; internal init; } = [];

    /// <summary>The latest instant at which a head that was taken was signed, by the clock of the site; 1970 while none was.</summary>
    public DateTimeOffset NewestIssue { get; internal init; } = DateTimeOffset.UnixEpoch;

    /// <summary>
    /// Until when the site has shown what it does: when the last head was signed that needed no entries or came with them, and not later than it came. A head that owes its entries shows nothing, or a
    /// site could put off its proof by silence.
    /// </summary>
    public DateTimeOffset ShownUntil { get; internal init; }

    /// <summary>The entry from which on the site owes lines; null when it owes none.</summary>
    public long? OwedFrom => Claimed.IsEmpty ? null : Proven!.Number + 1;

    /// <summary>Begins to watch a site.</summary>
    /// <param name="site">The site, as <c>district/site</c>.</param>
    /// <param name="signer">The id under which the root knows its key; sites that share one cannot be told apart by their signatures.</param>
    /// <param name="beat">How often a head is due: more than nothing, at most <see cref="LongestBeat"/>; kept to the millisecond.</param>
    /// <param name="now">The watcher's time, proven.</param>
    /// <param name="start">What the history has to grow out of: <see cref="AuditHead.None"/> for a site that is new, a head on paper; null to believe the first head that comes.</param>
    public static HeadWatch Begin(string site, string signer, TimeSpan beat, DateTimeOffset now, AuditHead? start = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(site);
        ArgumentException.ThrowIfNullOrEmpty(signer);
        ArgumentOutOfRangeException.ThrowIfLessThan(beat, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(beat, LongestBeat);
        var watch = new HeadWatch(site, signer, TimeSpan.FromMilliseconds((long)beat.TotalMilliseconds)) { Proven = start, ShownUntil = Whole(now) };
        return Read(watch.ToBytes()) is null ? throw new ArgumentException("The site, the signer or the start could not be stored and read again.", nameof(site)) : watch;
    }

    /// <summary>Looks at a head that was offered. It never throws for what stands in it.</summary>
    /// <param name="envelope">The bytes as they came. Anything may be in them.</param>
    /// <param name="lines">Lines of the export that lead to it, from the entry behind <see cref="Proven"/> or an earlier one; none where none came. Anything may be in them.</param>
    /// <param name="trusted">The root in force, with the eyes of the site.</param>
    /// <param name="now">The watcher's time, proven.</param>
    public HeadStep Look(ReadOnlySpan<byte> envelope, IEnumerable<string> lines, TrustedSet trusted, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(trusted);
        if (trusted.Site != Site)
        {
            throw new ArgumentException("The root is looked at with the eyes of another site.", nameof(trusted));
        }

        var (offered, reason) = OfferedHead.Open(envelope, Signer, trusted, now);
        return offered is null
            ? Step(HeadAnswer.Refused, Words.AuditHeadNotTrusted.With(reason), now, this, new HeadNotice(HeadFault.NotBelieved, Words.AuditHeadNotTrusted.With(reason)))
            : Judge(offered, lines, now);
    }

    /// <summary>What to tell people when nothing new came for too long; null when something did.</summary>
    /// <param name="now">The watcher's time, proven.</param>
    public HeadNotice? Silence(DateTimeOffset now) => now - ShownUntil < SilentBeats * Beat
        ? null
        : new HeadNotice(HeadFault.Silent, Words.HeadSilent.With(ShownUntil.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)));

    /// <summary>What is to be stored.</summary>
    public byte[] ToBytes() => HeadWatchCodec.Write(this);

    /// <summary>Reads what was stored; null when it was damaged. Then people look at the kept heads before a watch is begun anew: a new one believes what it is shown.</summary>
    public static HeadWatch? Read(ReadOnlySpan<byte> bytes) => HeadWatchCodec.Read(bytes);

    private HeadStep Judge(OfferedHead offered, IEnumerable<string> lines, DateTimeOffset now)
    {
        var head = offered.Head;
        if (Proven is null)
        {
            return Keep(HeadAnswer.Begun, Words.HeadBegun.With(head.Number), offered, now, Shown(offered, now) with { Proven = head });
        }

        var newest = Newest!;
        return IsOther(head) ? Contradicts(HeadFault.Rewritten, Words.HeadRewritten.With(head.Number), now)
            : head.Number < newest.Number && HasTaken && offered.IssuedAt > NewestIssue ? Contradicts(HeadFault.Shrunk, Words.HeadShrunk.With(newest.Number, head.Number), now)
            : head.Number < newest.Number ? Step(HeadAnswer.Older, Words.HeadOlder.With(head.Number, newest.Number), now, this)
            : head.Number == Proven.Number ? Step(HeadAnswer.Same, Words.HeadSame.With(head.Number), now, Shown(offered, now))
            : HeadGrowth.Of(lines, head, Proven, Claimed) switch
            {
                HeadGrowth.Rewritten { Number: var number } => Contradicts(HeadFault.Rewritten, Words.HeadRewritten.With(number), now),
                HeadGrowth.Proven { ClockBack: var entry } => Keep(
                    HeadAnswer.Grown, Words.HeadGrown.With(Proven.Number, head.Number), offered, now, Shown(offered, now) with { Proven = head, Claimed = [] }, Back(entry)),
                _ => Claim(offered, now),
            };
    }

    // When a head on paper was signed nobody knows, so before the first head that comes nothing is called later than it.
    private bool HasTaken => NewestIssue > DateTimeOffset.UnixEpoch;

    private AuditHead? Newest => Claimed.IsEmpty ? Proven : Claimed[^1];

    private bool IsOther(AuditHead head) => Claimed.Prepend(Proven!).Any(kept => kept.Number == head.Number && kept.Hash != head.Hash);

    private HeadStep Claim(OfferedHead offered, DateTimeOffset now)
    {
        var head = offered.Head;
        var isKnown = head.Number == Newest!.Number;
        if (isKnown && offered.IssuedAt <= NewestIssue)
        {
            return Step(HeadAnswer.Same, Words.HeadSame.With(head.Number), now, this);
        }

        // One head may go ahead of its entries; the next one brings them.
        var owed = Proven!.Number + 1;
        HeadNotice[] again = Claimed.IsEmpty ? [] : [new(HeadFault.Unproven, Words.HeadUnprovenAgain.With(owed))];
        var claimed = isKnown ? Claimed : Claimed.Count < MostClaimed ? Claimed.Add(head) : Claimed.SetItem(MostClaimed - 1, head);
        return Keep(HeadAnswer.Unproven, Words.HeadUnproven.With(head.Number, owed), offered, now, this with { Claimed = claimed, NewestIssue = Later(NewestIssue, offered.IssuedAt) }, again);
    }

    private HeadStep Contradicts(HeadFault fault, string told, DateTimeOffset now) => Step(HeadAnswer.Contradicts, told, now, this, new HeadNotice(fault, told));

    private HeadStep Keep(HeadAnswer answer, string told, OfferedHead offered, DateTimeOffset now, HeadWatch after, params HeadNotice[] notices)
    {
        // Signed before its own last entry, or before one with fewer entries: only a clock that was put back does that.
        var isBack = offered.Head.At - offered.IssuedAt > RootChain.Skew || (offered.Head.Number > (Newest?.Number ?? 0) && NewestIssue - offered.IssuedAt > RootChain.Skew);
        var more = isBack && !notices.Any(notice => notice.Fault == HeadFault.ClockBack) ? Back(offered.Head.Number) : [];
        return Step(answer, told, now, after, [.. notices, .. more]) with { Kept = new KeptHead(offered.Head, now) };
    }

    private static HeadStep Step(HeadAnswer answer, string told, DateTimeOffset now, HeadWatch after, params HeadNotice[] notices) =>
        new(answer, told, after.Silence(now) is { } silence ? [.. notices, silence] : notices, null, after);

    private static HeadNotice[] Back(long? entry) => entry is { } number ? [new(HeadFault.ClockBack, Words.HeadClockBack.With(number))] : [];

    private HeadWatch Shown(OfferedHead offered, DateTimeOffset now) => this with
    {
        NewestIssue = Later(NewestIssue, offered.IssuedAt),
        ShownUntil = Later(ShownUntil, offered.IssuedAt < now ? offered.IssuedAt : Whole(now)),
    };

    private static DateTimeOffset Whole(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
