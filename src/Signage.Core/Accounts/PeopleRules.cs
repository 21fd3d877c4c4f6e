using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Core.Accounts;

/// <summary>Which duties one person may have, and who may give or take them. Pure: the whole site, the wish and who has it go in.</summary>
public static class PeopleRules
{
    /// <summary>The most signs of a person's name.</summary>
    public const int LongestName = 32;

    /// <summary>The most accounts of a site, those of people who have left included.</summary>
    public const int MostAccounts = 500;

    /// <summary>Duties whose word lights panels.</summary>
    public const Duty Reviews = Duty.FirstReview | Duty.SecondReview | Duty.FinalReview;

    private const Duty All = Duty.Write | Reviews | Duty.Watch | Duty.Technician | Duty.Manage;

    /// <summary>True where a password is not enough: whose duties approve words, or say who does.</summary>
    public static bool NeedsCode(Duty duties) => (duties & (Reviews | Duty.Manage)) != 0;

    /// <summary>True where a session that nobody sits at ends soon: whose duties approve, blank or manage.</summary>
    public static bool IsShortLived(Duty duties) => (duties & (Reviews | Duty.Watch | Duty.Manage)) != 0;

    /// <summary>Why these duties may not be one person's; null when they may.</summary>
    /// <param name="duties">The duties.</param>
    /// <param name="usual">How many people stand between a text and a panel of this site.</param>
    public static string? Objection(Duty duties, ReviewMode usual) =>
        (duties & ~All) != 0 ? Words.DutiesUnknown
        : (duties & Duty.Manage) != 0 && (duties & Reviews) != 0 && usual is not ReviewMode.OnePerson ? Words.DutiesManageReviews
        : null;

    /// <summary>Why this may not be a person's name; null when it may.</summary>
    public static string? ObjectionToName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is 0 or > LongestName || name.Trim().Length != name.Length ? Words.NameLength.With(LongestName)
            : RefusedSigns.In(name, most: 1) is [var refused, ..] ? refused.ToString()
            : null;
    }

    /// <summary>The duties that somebody may use who has these: where one person must not both manage and review, whoever has both from another time manages only.</summary>
    /// <param name="duties">The duties.</param>
    /// <param name="usual">See <see cref="Objection"/>.</param>
    public static Duty Usable(Duty duties, ReviewMode usual) => Objection(duties, usual) is null ? duties : duties & All & ~Reviews;

    /// <summary>Why a person may not come in anew; null when it may.</summary>
    /// <param name="all">Everybody of the site, as it is now.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="name">The name of the new person.</param>
    /// <param name="duties">The duties of the new person.</param>
    /// <param name="usual">See <see cref="Objection"/>.</param>
    public static string? ObjectionToNew(IReadOnlyCollection<Account> all, Account by, string name, Duty duties, ReviewMode usual)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(by);
        return !by.Person.Has(Duty.Manage) ? Words.ManageOnly
            : all.Count >= MostAccounts ? Words.TooManyAccounts.With(MostAccounts)
            : ObjectionToName(name) ?? Objection(duties, usual);
    }

    /// <summary>Why a person may not be given another code to set a password with; null when it may. See <see cref="InvitedAgain"/>.</summary>
    /// <param name="all">Everybody of the site, as it is now.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="before">The person.</param>
    public static string? ObjectionToInviteAgain(IReadOnlyCollection<Account> all, Account by, Account before)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(before);
        return !by.Person.Has(Duty.Manage) ? Words.ManageOnly : KeepsManager(all, WithoutSecrets(before)) ? null : Words.LastManager;
    }

    /// <summary>
    /// A person who is invited again: nothing that it knew or held opens anything any more. The new code is shown to whoever asked for it, who could come in with it: so the account loses the duties whose word
    /// lights panels, until somebody else gives them.
    /// </summary>
    /// <param name="before">The person.</param>
    /// <param name="by">The id of who asked; null for whoever stands at the machine.</param>
    /// <param name="invitation">The code.</param>
    /// <param name="stamp">Another <see cref="Account.Stamp"/>.</param>
    public static Account InvitedAgain(Account before, string? by, Invitation invitation, string stamp)
    {
        ArgumentNullException.ThrowIfNull(before);
        var account = WithoutSecrets(before) with { Invitation = invitation, Stamp = stamp };
        return by is null ? account with { InvitedAgainBy = null } : account with { Duties = account.Duties & ~Reviews, InvitedAgainBy = by };
    }

    /// <summary>An account that nobody comes in with any more: without password, telephone, paper and invitation.</summary>
    public static Account WithoutSecrets(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account with { PasswordHash = null, PasswordSetAt = null, CodeSecret = null, LastCodeStep = -1, RecoveryHashes = [], Invitation = null, LockedUntil = null };
    }

    /// <summary>Why a person may not become this; null when it may.</summary>
    /// <param name="all">Everybody of the site, as it is now.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="before">The person.</param>
    /// <param name="after">The person as wished: other duties, or another standing.</param>
    /// <param name="usual">See <see cref="Objection"/>.</param>
    public static string? ObjectionToChange(IReadOnlyCollection<Account> all, Account by, Account before, Account after, ReviewMode usual)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!by.Person.Has(Duty.Manage))
        {
            return Words.ManageOnly;
        }

        if (before.Standing is PersonStanding.Revoked && after.Standing is not PersonStanding.Revoked)
        {
            return Words.RevokedForGood;
        }

        // Whoever gives out duties takes none: a colleague has to. A site of one person has no colleague, and says so by its mode.
        if (by.Id == before.Id && !(after.Standing == before.Standing && (usual is ReviewMode.OnePerson || GivesUpReviews(before, after))))
        {
            return Words.OwnDuties;
        }

        return before.InvitedAgainBy == by.Id && GainsReview(before, after) ? Words.ReviewsByAnother
            : !KeepsManager(all, after) ? Words.LastManager
            : Objection(after.Duties, usual);
    }

    /// <summary>A person with other duties. Whoever gives one whose word lights panels stands for who the person is; the rules let nobody do so who has invited the person again.</summary>
    public static Account WithDuties(Account before, Duty duties)
    {
        ArgumentNullException.ThrowIfNull(before);
        var after = before with { Duties = duties };
        return GainsReview(before, after) ? after with { InvitedAgainBy = null } : after;
    }

    private static bool GainsReview(Account before, Account after) => (after.Duties & ~before.Duties & Reviews) != 0;

    // So that a site that asks for more people than before can be put right by whoever has too much.
    private static bool GivesUpReviews(Account before, Account after) => (after.Duties & ~before.Duties) == 0 && (before.Duties & ~after.Duties & ~Reviews) == 0;

    // Only who has a password can come in and manage.
    private static bool KeepsManager(IReadOnlyCollection<Account> all, Account after) => all.Select(one => one.Id == after.Id ? after : one).Any(one => one.PasswordHash is not null && one.Person.Has(Duty.Manage));
}

/// <summary>Looks at everybody of a site inside the writing of a change, so that nobody can have changed in between. Pure and quick.</summary>
/// <param name="all">Everybody, as it is without the change.</param>
/// <returns>Why it must not be written; null when it may.</returns>
public delegate string? PeopleRule(IReadOnlyList<Account> all);
