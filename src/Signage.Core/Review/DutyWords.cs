using Signage.Core.Text;

namespace Signage.Core.Review;

/// <summary>Duties in words: for people, and as machines write them.</summary>
public static class DutyWords
{
    private static readonly (Duty Duty, string Token, Func<string> Name)[] Known =
    [
        (Duty.Write, "write", () => Words.DutyWrite), (Duty.FirstReview, "first-review", () => Words.DutyFirst), (Duty.SecondReview, "second-review", () => Words.DutySecond),
        (Duty.FinalReview, "final-review", () => Words.DutyFinal), (Duty.Watch, "watch", () => Words.DutyWatch), (Duty.Technician, "technician", () => Words.DutyTechnician),
        (Duty.Manage, "manage", () => Words.DutyManage),
    ];

    /// <summary>What may be typed for a duty.</summary>
    public static IEnumerable<string> Tokens => Known.Select(one => one.Token);

    /// <summary>Duties for people, such as 录入、值班; empty for none.</summary>
    public static string Of(Duty duties) => string.Join("、", Known.Where(one => duties.HasFlag(one.Duty)).Select(one => one.Name()));

    /// <summary>Duties as machines write them, in their order.</summary>
    public static IReadOnlyList<string> TokensOf(Duty duties) => [.. Known.Where(one => duties.HasFlag(one.Duty)).Select(one => one.Token)];

    /// <summary>Reads a duty, by its token or its Chinese word; null when it is none.</summary>
    public static Duty? Read(string word) => Known.Where(one => one.Token == word || one.Name() == word).Select(one => (Duty?)one.Duty).FirstOrDefault();
}
