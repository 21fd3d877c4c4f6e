namespace Signage.Trust.Roots;

/// <summary>Who has to have signed a statement.</summary>
/// <param name="Steps">The roles, each as often as people are needed; every step takes a person of its own.</param>
/// <param name="Apart">The id of somebody whose signature stands at no step; null when there is nobody like that.</param>
/// <param name="IsApartNeeded">True when that somebody has to have signed all the same.</param>
internal sealed record SignerDemand(IReadOnlyList<Role> Steps, string? Apart = null, bool IsApartNeeded = false);
