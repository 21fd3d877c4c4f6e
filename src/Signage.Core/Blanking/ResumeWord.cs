using Signage.Core.Review;

namespace Signage.Core.Blanking;

/// <summary>One person's word that a blank may be released. It is kept in memory only, and is worth nothing without the word of another. Immutable.</summary>
/// <param name="Number">The blank that the person named.</param>
/// <param name="By">Who, as the person was when it said so.</param>
/// <param name="At">When.</param>
public sealed record ResumeWord(int Number, Person By, BlankMoment At)
{
    /// <summary>How long a word holds at the most.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long it still holds; zero when it does not. The clock that has gone further counts: one that was put forward ends the word early, and one that was put back keeps it no longer. Where a clock stands before
    /// the word was said nobody knows how old the word is, and it does not hold.
    /// </summary>
    public TimeSpan Left(BlankMoment now)
    {
        var (wall, steady) = (now.Wall - At.Wall, now.Steady - At.Steady);
        var age = wall > steady ? wall : steady;
        return wall < TimeSpan.Zero || steady < TimeSpan.Zero || age >= Life ? TimeSpan.Zero : Life - age;
    }
}
