using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>A kind of statement that people sign: its type, and who has to. Immutable; these are all there are.</summary>
public sealed class SignedKind
{
    private static readonly TimeSpan Years = TimeSpan.FromDays(3660);

    private SignedKind(string name, IReadOnlyList<Role> roles, TimeSpan mostLife, bool outlivesRoot = false)
    {
        (Type, Roles, MostLife, OutlivesRoot) = (new EnvelopeType($"signage.{name}.1"), roles, mostLife, outlivesRoot);
    }

    /// <summary>审批: content that may be lit. Three steps, each by a different person, unless the root asks for fewer; see <see cref="ReviewDemand"/>.</summary>
    public static SignedKind Approval { get; } = new("approval", [Role.FirstReview, Role.SecondReview, Role.FinalReview], Years);

    /// <summary>活动: what the centre pushes. It names approved content and approves none.</summary>
    public static SignedKind Campaign { get; } = new("campaign", [Role.Dispatch], Years);

    /// <summary>保鲜: what is newest now. It lives 720 hours at most, the longest lease of a site.</summary>
    public static SignedKind Freshness { get; } = new("freshness", [Role.Freshness], TimeSpan.FromHours(720));

    /// <summary>黑屏: darkens panels. One person is enough, and it works even under a root that has ended: dark is the safe side.</summary>
    public static SignedKind Blank { get; } = new("blank", [Role.Emergency], Years, outlivesRoot: true);

    /// <summary>恢复: ends a blank.</summary>
    public static SignedKind Resume { get; } = new("resume", [Role.Resume], TimeSpan.FromDays(7));

    /// <summary>审计头: the newest entry of a site's audit.</summary>
    public static SignedKind AuditHead { get; } = new("audit-head", [Role.Site], Years);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SignedKind> All { get; } = [Approval, Campaign, Freshness, Blank, Resume, AuditHead];

    /// <summary>The type of its envelopes.</summary>
    public EnvelopeType Type { get; }

    /// <summary>The roles that have to sign. Where there are several, each takes people of its own.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>The roles that have signed any statement of this kind that is accepted under a root. An approval may say that it went through more reviews.</summary>
    internal IReadOnlyList<Role> LeastRoles(TrustRoot root) => this == Approval ? ReviewDemand.RolesOf(root.Review.Usual) : Roles;

    /// <summary>Who has to have signed a statement; null when its body is none of this kind.</summary>
    internal SignerDemand? Demand(TrustRoot root, Statement statement) => this == Approval ? ReviewDemand.Of(root, statement) : new SignerDemand(root.Steps(Roles));

    /// <summary>How long a statement may be good for.</summary>
    public TimeSpan MostLife { get; }

    /// <summary>True when it is accepted under a root that has ended.</summary>
    public bool OutlivesRoot { get; }
}
