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

    /// <summary>Why a person may not come in anew; null when it may.</summary>
    /// <param name="all">Everybody of the site.</param>
    /// <param name="name">The name of the new person.</param>
    /// <param name="duties">The duties of the new person.</param>
    /// <param name="usual">See <see cref="Objection"/>.</param>
    public static string? ObjectionToNew(IReadOnlyCollection<Account> all, string name, Duty duties, ReviewMode usual)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Count >= MostAccounts ? Words.TooManyAccounts.With(MostAccounts) : ObjectionToName(name) ?? Objection(duties, usual);
    }

    /// <summary>Why a person may not become this; null when it may.</summary>
    /// <param name="all">Everybody of the site, as it is now.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="before">The person.</param>
    /// <param name="duties">The duties wished.</param>
    /// <param name="standing">The standing wished.</param>
    /// <param name="usual">See <see cref="Objection"/>.</param>
    public static string? ObjectionToChange(IReadOnlyCollection<Account> all, Account by, Account before, Duty duties, PersonStanding standing, ReviewMode usual)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(before);
        if (!by.Person.Has(Duty.Manage))
        {
            return Words.ManageOnly;
        }

        if (before.Standing is PersonStanding.Revoked && standing is not PersonStanding.Revoked)
        {
            return Words.RevokedForGood;
        }

        // Whoever gives out duties takes none: a colleague has to. A site of one person has no colleague, and says so by its mode.
        if (by.Id == before.Id && !(usual is ReviewMode.OnePerson && standing == before.Standing))
        {
            return Words.OwnDuties;
        }

        var keepsManager = all.Any(one => one.PasswordHash is not null && (one.Id == before.Id ? before.Person with { Duties = duties, Standing = standing } : one.Person).Has(Duty.Manage));
        return !keepsManager ? Words.LastManager : Objection(duties, usual);
    }
}
