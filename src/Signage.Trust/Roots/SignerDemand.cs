namespace Signage.Trust.Roots;

/// <summary>Who has to have signed a statement.</summary>
/// <param name="Steps">The roles, each as often as people are needed; every step takes a person of its own.</param>
/// <param name="Apart">The id of somebody whose signature counts for nothing here; null when there is nobody like that.</param>
internal sealed record SignerDemand(IReadOnlyList<Role> Steps, string? Apart = null);
