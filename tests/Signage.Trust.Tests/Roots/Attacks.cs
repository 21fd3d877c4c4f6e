using Signage.Trust.Envelopes;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

/// <summary>
/// What an attacker of an update system may try, after the list of The Update Framework (https://theupdateframework.io/docs/security/) and three more: type
/// confusion, one key as several towards a threshold, and a state that is stored before the check. Each attack works on each kind of statement.
/// </summary>
internal static class Attacks
{
    /// <summary>What the attacker offers, to whom, and what it has to be refused for.</summary>
    internal sealed record Offer(byte[] Envelope, TrustedSet Trusted, AcceptedVersions Versions, DateTimeOffset Now, TrustFault Fault, params EnvelopeFault[] Envelopes);

    public static readonly IReadOnlyDictionary<string, Func<Cast, SignedKind, Offer>> All = new Dictionary<string, Func<Cast, SignedKind, Offer>>
    {
        ["arbitrary content, by a stranger"] = (cast, kind) =>
            Refused(cast, cast.Sign(kind, Cast.Statement(kind), "stranger", "stranger-2", "stranger-3"), EnvelopeFault.TooFewPeople),
        ["arbitrary content, under stolen names"] = (cast, kind) =>
        {
            var draft = Cast.Statement(kind).ToDraft(kind);
            var forged = Cast.SignersOf(kind).Select(name => new EnvelopeSignature(cast[name].Public.Id, cast["stranger"].Sign(draft.SignedBytes.Span)));
            return Refused(cast, draft.Seal([.. forged]), EnvelopeFault.SignatureWrong);
        },
        ["endless data"] = (cast, kind) => Refused(cast, [.. cast.Sign(kind, Cast.Statement(kind)), .. new byte[1_100_000]], EnvelopeFault.TooLong),
        ["endless data, announced"] = (cast, kind) =>
        {
            var bytes = cast.Sign(kind, Cast.Statement(kind));
            bytes.AsSpan(22 + kind.Type.Name.Length, 4).Fill(0xFF);
            return Refused(cast, bytes, EnvelopeFault.PayloadTooLong);
        },
        ["fast-forward"] = (cast, kind) => Judged(cast, cast.Sign(kind, Cast.Statement(kind, Statement.MostVersion)), Known(cast, kind, 7), TrustFault.Leap),
        ["freeze"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 8)), Known(cast, kind, 7), TrustFault.Expired) with { Now = Cast.Now.AddHours(71) },
        ["freeze, by a clock that is wrong"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 8)), Known(cast, kind, 7), TrustFault.NotYet) with { Now = Cast.Now.AddHours(-2) },
        ["freeze, by a life without end"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 8) with { ExpiresAt = Cast.Now.AddYears(11) }), Known(cast, kind, 7), TrustFault.LivesTooLong),
        ["mix and match, of signatures"] = (cast, kind) =>
        {
            var (one, other) = (Cast.Statement(kind, 8, "one").ToDraft(kind), Cast.Statement(kind, 8, "other").ToDraft(kind));
            var people = Cast.SignersOf(kind);
            EnvelopeSignature[] signatures = [.. people.Take(people.Length - 1).Select(name => one.Sign(cast[name])), other.Sign(cast[people[^1]])];
            return Refused(cast, one.Seal(signatures), EnvelopeFault.SignatureWrong);
        },
        ["mix and match, of two contents with one version"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 7, "other")), Known(cast, kind, 7), TrustFault.SameVersionTwice),
        ["rollback"] = (cast, kind) => Judged(cast, cast.Sign(kind, Cast.Statement(kind, 6)), Known(cast, kind, 7), TrustFault.Rollback),
        ["key compromise, after rotation"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 8)), Known(cast, kind, 7), TrustFault.Envelope, EnvelopeFault.TooFewPeople) with { Trusted = Rotated(cast, kind, epoch: 1) },
        ["key compromise, an old statement after the epoch was raised"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 8)), Known(cast, kind, 7), TrustFault.OtherEpoch) with { Trusted = new TrustedSet(cast.Root with { Epoch = 2 }, Cast.Site) },
        ["key compromise, after the person was revoked"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 8)), Known(cast, kind, 7), TrustFault.Envelope, EnvelopeFault.SignerRevoked) with { Trusted = Revoked(cast, kind) },
        ["wrong target"] = (cast, kind) =>
            Judged(cast, cast.Sign(kind, Cast.Statement(kind, 8) with { Target = "suining/chuanshan-2" }), Known(cast, kind, 7), TrustFault.OtherTarget),
        ["type confusion"] = (cast, kind) =>
        {
            var other = SignedKind.All.First(one => one != kind);
            return Refused(cast, Cast.Statement(other).ToDraft(other).Seal([.. Cast.SignersOf(kind).Select(name => cast[name])]), EnvelopeFault.OtherType);
        },
        ["one key several times towards a threshold"] = (cast, kind) =>
        {
            var people = Cast.SignersOf(kind);
            var offer = Refused(cast, cast.Sign(kind, Cast.Statement(kind), [.. Enumerable.Repeat(people[0], 5)]), EnvelopeFault.TooFewPeople);
            return people.Length > 1 ? offer : offer with { Trusted = Doubled(cast, kind) };
        },
    };

    /// <summary>A root in which others hold the roles of a kind.</summary>
    public static TrustedSet Rotated(Cast cast, SignedKind kind, int epoch) => new(
        cast.Root with
        {
            Version = 2,
            Epoch = epoch,
            People = [.. cast.Root.People.Select(person => Concerns(person, kind) ? person with { Keys = [cast[$"{person.Id} anew"].Public] } : person)],
        },
        Cast.Site);

    public static AcceptedVersions Known(Cast cast, SignedKind kind, long version) =>
        ((TrustAnswer.Accepted)cast.Trusted.Verify(cast.Sign(kind, Cast.Statement(kind, version)), kind, Cast.Now, AcceptedVersions.None)).Versions;

    private static bool Concerns(TrustPerson person, SignedKind kind) => kind.Roles.Any(person.Roles.Has);

    private static TrustedSet Revoked(Cast cast, SignedKind kind)
    {
        var gone = Cast.SignersOf(kind);

        // A substitute for each of them, so that the root keeps its thresholds.
        var people = cast.Root.People.Select(person => gone.Contains(person.Id) ? person with { IsRevoked = true } : person)
            .Concat(cast.Root.People.Where(person => gone.Contains(person.Id)).Select(person => person with { Id = $"{person.Id}-sub", Keys = [cast[$"{person.Id}-sub"].Public] }));
        return new TrustedSet(cast.Root with { People = [.. people.OrderBy(person => person.Id, StringComparer.Ordinal)] }, Cast.Site);
    }

    // Where one person is enough, the attack needs a root that takes two.
    private static TrustedSet Doubled(Cast cast, SignedKind kind) => new(
        cast.Root with
        {
            Thresholds = [.. cast.Root.Thresholds.Select((threshold, at) => kind.Roles.Contains((Role)at) ? 2 : threshold)],
            People = [.. cast.Root.People.Append(new TrustPerson("zz", "另一人", RoleSet.Of([.. kind.Roles]), [cast["zz"].Public]))],
        },
        Cast.Site);

    private static Offer Refused(Cast cast, byte[] envelope, EnvelopeFault fault) => new(envelope, cast.Trusted, AcceptedVersions.None, Cast.Now, TrustFault.Envelope, fault);

    private static Offer Judged(Cast cast, byte[] envelope, AcceptedVersions versions, TrustFault fault, params EnvelopeFault[] envelopes) =>
        new(envelope, cast.Trusted, versions, Cast.Now, fault, envelopes);
}
