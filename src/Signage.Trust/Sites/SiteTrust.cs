using Signage.Trust.Approvals;
using Signage.Trust.Roots;

namespace Signage.Trust.Sites;

/// <summary>
/// 站点的信任: everything that one site believes (the root in force, what it remembers of each series, the approvals that hold) and the only ways to change it. Immutable: each change answers the next
/// one, which the site stores first and uses after that, so that a power cut between the two loses a change and never invents one.
/// </summary>
public sealed class SiteTrust
{
    private readonly RootChain _chain;

    private SiteTrust(RootChain chain, TrustedSet trusted, AcceptedVersions versions, ApprovalSet approvals) =>
        (_chain, Trusted, Versions, Approvals) = (chain, trusted, versions, approvals);

    /// <summary>The root in force, with the eyes of the site.</summary>
    public TrustedSet Trusted { get; }

    /// <summary>What the site remembers of all series; to be stored with every change.</summary>
    public AcceptedVersions Versions { get; }

    /// <summary>The approvals that hold.</summary>
    public ApprovalSet Approvals { get; }

    /// <summary>The trust of a site that was just set up: its first root, and nothing accepted yet.</summary>
    /// <param name="pinned">The first root, which came by a trusted way and keeps the rules, see <see cref="RootRules"/>.</param>
    /// <param name="site">The site, as <c>district/site</c>.</param>
    public static SiteTrust Pin(TrustRoot pinned, string site) => Of(RootChain.Pin(pinned), site, AcceptedVersions.None, []).Trust;

    /// <summary>
    /// Opens what a site kept. No clock is asked. Where a kept root does not follow from the pinned one the whole is refused: going on with an older root would give its people back what a later one took from them.
    /// </summary>
    /// <param name="pinned">The first root.</param>
    /// <param name="site">The site.</param>
    /// <param name="kept">What was kept since. Anything may be in it.</param>
    public static SiteTrustAnswer Open(TrustRoot pinned, string site, KeptTrust kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return RootChain.Pin(pinned).Again(kept.Roots) switch
        {
            RootChainAnswer.Followed { Chain: var chain } => Of(chain, site, kept.Versions, kept.Approvals),
            RootChainAnswer.Refused refused => new SiteTrustAnswer.Refused(refused.Reason),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Holds an envelope that just came in to every check.</summary>
    /// <param name="envelope">The bytes as they came. Anything may be in them.</param>
    /// <param name="kind">What it has to be.</param>
    /// <param name="now">The site's time, proven.</param>
    public TrustStep Accept(ReadOnlySpan<byte> envelope, SignedKind kind, DateTimeOffset now) => Trusted.Verify(envelope, kind, now, Versions) switch
    {
        TrustAnswer.Accepted { IsNew: true } accepted => new TrustStep(accepted, new SiteTrust(
            _chain, Trusted, accepted.Versions, SignedApproval.Of(accepted.Statement) is { } approval ? Approvals.With(approval) : Approvals)),
        var answer => new TrustStep(answer, this),
    };

    /// <summary>Follows newer roots. All approvals are looked at again: what a later root does not stand behind holds no more.</summary>
    /// <param name="roots">The envelopes as they came, oldest first. Anything may be in them.</param>
    /// <param name="now">The site's time, proven.</param>
    /// <param name="approvals">The envelopes of approvals as they are kept.</param>
    public SiteTrustAnswer Follow(IReadOnlyList<ReadOnlyMemory<byte>> roots, DateTimeOffset now, IReadOnlyList<ReadOnlyMemory<byte>> approvals) => _chain.Follow(roots, now) switch
    {
        RootChainAnswer.Followed { Chain: var chain } => Of(chain, Trusted.Site, Versions, approvals),
        RootChainAnswer.Refused refused => new SiteTrustAnswer.Refused(refused.Reason),
        _ => throw new InvalidOperationException(),
    };

    private static SiteTrustAnswer.Opened Of(RootChain chain, string site, AcceptedVersions versions, IReadOnlyList<ReadOnlyMemory<byte>> approvals)
    {
        var trusted = new TrustedSet(chain.Current, site);
        var opening = ApprovalSet.Open(trusted, approvals, versions);
        return new SiteTrustAnswer.Opened(new SiteTrust(chain, trusted, versions, opening.Approvals), opening.Refused);
    }
}
