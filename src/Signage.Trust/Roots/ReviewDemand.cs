using Signage.Core.Review;
using Signage.Trust.Contents;

namespace Signage.Trust.Roots;

/// <summary>
/// 三审三校 in signatures. The root says how many reviews it takes at least; the words say how many they went through and who wrote them. Each review takes the people that the root asks for, all of
/// them different, and the author is none of them but where one person does everything. Where two people do it the author signs too: otherwise the two would be one key and a name.
/// </summary>
internal static class ReviewDemand
{
    /// <summary>The roles of a review.</summary>
    public static IReadOnlyList<Role> RolesOf(ReviewMode mode) => [.. ReviewPolicy.Stages(mode).Select(RoleOf)];

    /// <summary>Who has to have signed; null when the body is none of an approval, stands in another series than its item's, or says that it went through fewer reviews than the root asks for.</summary>
    public static SignerDemand? Of(TrustRoot root, Statement statement) =>
        SignedWordsCodec.Read(statement.Body.Span) is { } words && statement.Series == words.Series && words.Mode >= root.Review.Usual
            ? new SignerDemand(root.Steps(RolesOf(words.Mode)), words.Mode is ReviewMode.OnePerson ? null : words.AuthorId, words.Mode is ReviewMode.TwoPeople)
            : null;

    private static Role RoleOf(ReviewStage stage) => stage switch
    {
        ReviewStage.First => Role.FirstReview,
        ReviewStage.Second => Role.SecondReview,
        _ => Role.FinalReview,
    };
}
