namespace Signage.Core.Blanking;

/// <summary>A moment by two clocks, so that stepping the one gives nobody more time.</summary>
/// <param name="Wall">The clock on the wall, which people and time servers step.</param>
/// <param name="Steady">What has passed by a clock that nobody steps, since some beginning of this run of the program.</param>
public readonly record struct BlankMoment(DateTimeOffset Wall, TimeSpan Steady);
