using Signage.Core.Review;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;

namespace Signage.Trust.Roots;

/// <summary>
/// 信任根: who is believed in a domain, in which role, how many of them it takes, and with which algorithms. The first is pinned when a site is set up;
/// each later one is signed by enough people of the one before and of itself, see <see cref="RootChain"/>. Immutable.
/// </summary>
/// <param name="Domain">Whose root it is, such as <c>suining</c>; 1 to 64 bytes of UTF-8. It never changes.</param>
/// <param name="Version">1 to 2^31 − 1; each root has the next number.</param>
/// <param name="Epoch">1 to 2^31 − 1. Raised by one when keys were stolen: versions that were signed in an older epoch no longer count, neither way.</param>
/// <param name="Profile">The algorithms of every key.</param>
/// <param name="IssuedAt">When it was made, to the millisecond.</param>
/// <param name="ExpiresAt">From then on nothing new is accepted under it, but for a next root and a blank.</param>
/// <param name="Thresholds">How many different people each role takes, in the order of <see cref="Role"/>; 0 where nobody has the role.</param>
/// <param name="People">Up to 500 people, by id in the order of their bytes.</param>
public sealed record TrustRoot(
    string Domain,
    int Version,
    int Epoch,
    SigningProfile Profile,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<int> Thresholds,
    IReadOnlyList<TrustPerson> People)
{
    /// <summary>The type of the envelope that a root comes in.</summary>
    public static EnvelopeType Type { get; } = new("signage.root.1");

    /// <summary>Fields that a later version added, by name in the order of their bytes; at most 16.</summary>
    public IReadOnlyList<RootExtension> Extensions { get; init; } = [];

    /// <summary>How many reviews words take at least; three where the root does not say.</summary>
    public ReviewPolicy Review => RootReview.In(Extensions) ?? ReviewPolicy.Strict;

    /// <summary>How many different people a role takes.</summary>
    public int Threshold(Role role) => Thresholds[(int)role];

    /// <summary>A draft of it, for people to sign.</summary>
    /// <exception cref="InvalidOperationException">It breaks a rule; ask <see cref="RootRules.Fault"/> first.</exception>
    public Draft ToDraft() => new(Type, RootCodec.Write(this));

    /// <summary>Some roles, each as often as it takes people. A role that nobody has is a step that nobody can take, not one that can be left out.</summary>
    internal IReadOnlyList<Role> Steps(IEnumerable<Role> roles) => [.. roles.SelectMany(role => Enumerable.Repeat(role, Math.Max(1, Threshold(role))))];

    /// <summary>The signers of some roles. Those revoked are among them, so that they can be named.</summary>
    /// <param name="roles">The roles.</param>
    /// <param name="needed">How many different people have to have signed.</param>
    internal Signers Signers(IReadOnlyList<Role> roles, int needed)
    {
        var wanted = RoleSet.Of([.. roles]);
        return new Signers(Profile, needed, People
            .Where(person => person.Roles.Meets(wanted))
            .SelectMany(person => person.Keys.Select(key => new Signer(key, person.Id, person.IsRevoked))));
    }
}
