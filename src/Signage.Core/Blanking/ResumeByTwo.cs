using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Core.Blanking;

/// <summary>
/// 恢复: what was blanked is lit again only when two people have named that very blank within <see cref="ResumeWord.Life"/>, both of whom may still say so at the second word. Every press has a number of its own, so
/// that a press voids what was said before it. Pure: the clock and the people go in.
/// </summary>
public static class ResumeByTwo
{
    /// <summary>Hears a word.</summary>
    /// <param name="inForce">The number of the blank in force; null when nothing is blanked.</param>
    /// <param name="first">What was said before; null when nothing was. A word that does not hold any more may go in.</param>
    /// <param name="number">The blank that is named now.</param>
    /// <param name="by">Who names it.</param>
    /// <param name="now">When.</param>
    /// <param name="may">Whether the person of an id may release blanks now.</param>
    public static ResumeStep Hear(int? inForce, ResumeWord? first, int number, Person by, BlankMoment now, Func<string, bool> may)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(may);
        return Objection(inForce, number) is { } reason ? new ResumeStep.Refused(reason)
            : !may(by.Id) ? new ResumeStep.Refused(Words.ResumeNotYours)
            : Holding(inForce, first, now) is not { } word || !may(word.By.Id) ? new ResumeStep.Waits(new ResumeWord(number, by, now))
            : word.By.Id == by.Id ? new ResumeStep.Waits(word)
            : new ResumeStep.Releases(word);
    }

    /// <summary>The word that still counts; null when none does.</summary>
    /// <param name="inForce">The number of the blank in force; null when nothing is blanked.</param>
    /// <param name="first">What was said before; null when nothing was.</param>
    /// <param name="now">When that is asked.</param>
    public static ResumeWord? Holding(int? inForce, ResumeWord? first, BlankMoment now) => first is not null && first.Number == inForce && first.Left(now) > TimeSpan.Zero ? first : null;

    /// <summary>Why this blank cannot be released by anybody; null when it can.</summary>
    /// <param name="inForce">The number of the blank in force; null when nothing is blanked.</param>
    /// <param name="number">The blank that is named.</param>
    public static string? Objection(int? inForce, int number) =>
        inForce is not { } force ? Words.ResumeNothing : force == number ? null : Words.ResumeOther.With(number, force);
}
