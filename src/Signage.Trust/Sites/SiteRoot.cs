using Signage.Core.Review;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Sites;

/// <summary>The first root of a site that is set up by one person, before there is anybody else.</summary>
public static class SiteRoot
{
    /// <summary>The id that the site itself has in its root.</summary>
    public const string SiteId = "site";

    /// <summary>How long such a root is good for: nobody at a small site exchanges one every year.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3650);

    /// <summary>
    /// A root in which one person does everything: reviews, darkens, and signs the next root, with which others come in. The site has a key of its own, which speaks for the site and approves nothing.
    /// Nobody can end a blank by signature, since that takes two people; until there are two it is ended by the code on the console.
    /// </summary>
    /// <param name="domain">Whose root it is; 1 to 64 bytes.</param>
    /// <param name="owner">Who sets the site up: an id other than <see cref="SiteId"/>, 1 to 64 bytes.</param>
    /// <param name="ownerName">What others call that person; 1 to 100 bytes.</param>
    /// <param name="ownerKey">That person's key.</param>
    /// <param name="siteKey">The site's key, of the same profile.</param>
    /// <param name="now">The site's time.</param>
    /// <exception cref="ArgumentException">A field is beyond its bounds, or the two keys are one or of different profiles.</exception>
    public static TrustRoot OfOnePerson(string domain, string owner, string ownerName, PublicKey ownerKey, PublicKey siteKey, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ownerKey);
        ArgumentNullException.ThrowIfNull(siteKey);
        var issued = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        RoleSet all = RoleSet.Of(Role.Root, Role.FirstReview, Role.SecondReview, Role.FinalReview, Role.Emergency), site = RoleSet.Of(Role.Site);
        TrustPerson[] people = [new(owner, ownerName, all, [ownerKey]), new(SiteId, domain, site, [siteKey])];
        var root = new TrustRoot(
            domain, 1, 1, ownerKey.Profile, issued, issued + Life, [.. Enum.GetValues<Role>().Select(role => all.Has(role) || site.Has(role) ? 1 : 0)],
            [.. people.OrderBy(person => person.Id, RootRules.IdOrder)])
        {
            Extensions = [RootReview.Of(new ReviewPolicy(ReviewMode.OnePerson, ReviewMode.OnePerson))],
        };
        return RootRules.Fault(root) is { } fault ? throw new ArgumentException($"Such a root breaks a rule: {fault}.", nameof(domain)) : root;
    }
}
