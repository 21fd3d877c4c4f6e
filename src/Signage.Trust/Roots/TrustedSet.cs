using System.Collections.Concurrent;
using Signage.Core.Text;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>Looks at signed statements with the eyes of one site under one root. Immutable and thread safe.</summary>
/// <param name="root">The root in force.</param>
/// <param name="site">The site, as <c>district/site</c>.</param>
public sealed class TrustedSet(TrustRoot root, string site)
{
    // Hundreds of keys, put in order once for each kind and not for each envelope.
    private readonly ConcurrentDictionary<SignedKind, Signers> _signers = new();

    /// <summary>The root in force.</summary>
    public TrustRoot Root { get; } = root;

    /// <summary>The site.</summary>
    public string Site { get; } = site;

    /// <summary>
    /// Holds an envelope to every check, in this order: the root's end, signatures and their number, form, content, steps, epoch, target, times, version. Nothing is
    /// remembered and nothing can be read before all of them passed.
    /// </summary>
    /// <param name="envelope">The bytes as they came. Anything may be in them.</param>
    /// <param name="kind">What it has to be.</param>
    /// <param name="now">The site's time, proven.</param>
    /// <param name="versions">What the site remembers.</param>
    public TrustAnswer Verify(ReadOnlySpan<byte> envelope, SignedKind kind, DateTimeOffset now, AcceptedVersions versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return Look(envelope, kind, now, versions);
    }

    /// <summary>The same checks but that of the version, for what is looked up and not carried out, such as the signed heads of an old audit.</summary>
    /// <param name="envelope">The bytes as they came. Anything may be in them.</param>
    /// <param name="kind">What it has to be.</param>
    /// <param name="now">The instant at which it has to hold.</param>
    /// <returns>An acceptance from here remembers nothing.</returns>
    public TrustAnswer Inspect(ReadOnlySpan<byte> envelope, SignedKind kind, DateTimeOffset now) => Look(envelope, kind, now, versions: null);

    /// <summary>
    /// The checks that have nothing to do with the time of asking: who signed, what, for whom, in which epoch, for how long, and that it was issued before the root's end. For what was accepted once and is kept,
    /// and is asked about its times whenever it is used: neither a clock that is wrong at the start nor the end of a later version brings an earlier one back.
    /// </summary>
    /// <param name="envelope">The bytes as they are kept. Anything may be in them.</param>
    /// <param name="kind">What it has to be.</param>
    /// <returns>An acceptance from here remembers nothing.</returns>
    public TrustAnswer Attest(ReadOnlySpan<byte> envelope, SignedKind kind) => Look(envelope, kind, now: null, versions: null);

    private TrustAnswer Look(ReadOnlySpan<byte> envelope, SignedKind kind, DateTimeOffset? now, AcceptedVersions? versions)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (Root.ExpiresAt <= now && !kind.OutlivesRoot)
        {
            return Refuse(TrustFault.RootExpired);
        }

        var least = kind.LeastRoles(Root);
        if (least.Any(role => Root.Threshold(role) == 0))
        {
            return Refuse(TrustFault.NobodyMay);
        }

        var opened = VerifiedPayload.Verify(envelope, kind.Type, _signers.GetOrAdd(kind, _ => Root.Signers(kind.Roles, Root.Steps(least).Count)));
        if (opened is not EnvelopeAnswer.Verified { Payload: var payload })
        {
            var refused = (EnvelopeAnswer.Refused)opened;
            return new TrustAnswer.Refused(TrustFault.Envelope, refused.Fault, refused.Reason);
        }

        // Only bytes under enough signatures are read at all.
        return Statement.Read(payload.Bytes.Span) is not { } statement ? Refuse(TrustFault.NotCanonical)
            : kind.Demand(Root, statement) is not { } demand ? Refuse(TrustFault.OtherContent)
            : demand.IsApartNeeded && !payload.People.Contains(demand.Apart) ? Refuse(TrustFault.AuthorMissing)
            : Missing(payload.People, demand) is { } step ? new TrustAnswer.Refused(TrustFault.StepMissing, null, Words.TrustStepMissing.With(RoleWords.Of(step)))
            : Judge(payload, statement, kind, now, versions);
    }

    private Role? Missing(IReadOnlyList<string> people, SignerDemand demand)
    {
        RoleSet[] signed = [.. people.Where(id => id != demand.Apart).Select(id => Root.People.First(person => person.Id == id).Roles)];
        return StepCover.Missing(signed, demand.Steps);
    }

    private TrustAnswer Judge(VerifiedPayload payload, Statement statement, SignedKind kind, DateTimeOffset? now, AcceptedVersions? versions)
    {
        var fault = statement.Epoch != Root.Epoch ? TrustFault.OtherEpoch
            : !statement.IsFor(Site) ? TrustFault.OtherTarget
            : statement.IssuedAt > now + RootChain.Skew ? TrustFault.NotYet
            : statement.ExpiresAt <= now ? TrustFault.Expired
            : statement.ExpiresAt - statement.IssuedAt > kind.MostLife ? TrustFault.LivesTooLong
            : statement.IssuedAt >= Root.ExpiresAt && !kind.OutlivesRoot ? TrustFault.RootExpired
            : (TrustFault?)null;
        if (fault is { } early)
        {
            return Refuse(early);
        }

        var (late, after) = versions?.Judge(kind, statement, payload.Digest) ?? (null, AcceptedVersions.None);
        return late is { } found
            ? Refuse(found)
            : new TrustAnswer.Accepted(new VerifiedStatement(kind, statement, payload.Digest, payload.People), after, IsNew: after != versions);
    }

    private static TrustAnswer.Refused Refuse(TrustFault fault) => new(fault, null, TrustWords.Of(fault));
}
