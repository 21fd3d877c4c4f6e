namespace Signage.Core.Planning;

/// <summary>A stretch of time in which a slot is open, in ticks of universal time: from the first one inside to the first one outside.</summary>
/// <param name="From">First tick inside.</param>
/// <param name="Until">First tick outside.</param>
internal readonly record struct OpenSpan(long From, long Until);
