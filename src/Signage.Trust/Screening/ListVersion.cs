namespace Signage.Trust.Screening;

/// <summary>A list or built-in rule that a screening asked, so that one can say later what it knew. Immutable.</summary>
/// <param name="Id">The id, such as <c>forbidden-ads</c>.</param>
/// <param name="Version">The version.</param>
public sealed record ListVersion(string Id, string Version);
