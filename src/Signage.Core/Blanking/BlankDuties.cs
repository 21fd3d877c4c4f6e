using Signage.Core.Accounts;
using Signage.Core.Review;

namespace Signage.Core.Blanking;

/// <summary>Who may darken panels, and who may light them again. Darkness is the safe side: more people may press than may release.</summary>
public static class BlankDuties
{
    /// <summary>Any one of these may press.</summary>
    public const Duty Press = Duty.Watch | Duty.Manage;

    /// <summary>Any one of these may say a word for a release.</summary>
    public const Duty Resume = Duty.Watch | Duty.FinalReview;

    /// <summary>Whether the word of a person counts towards a release now.</summary>
    /// <param name="account">The account as it is now; null when there is none.</param>
    /// <param name="usual">How many people stand between a text and a panel: where one person must not both manage and review, whoever has both manages only.</param>
    public static bool MayResume(Account? account, ReviewMode usual) =>
        account is not null && (account.Person with { Duties = PeopleRules.Usable(account.Duties, usual) }).Has(Resume);
}
