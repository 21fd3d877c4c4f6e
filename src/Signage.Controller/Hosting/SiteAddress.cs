namespace Signage.Controller.Hosting;

/// <summary>Where a started site is found.</summary>
/// <param name="Data">Its data folder, which holds its control socket.</param>
/// <param name="Page">Its page; null when it serves none.</param>
public sealed record SiteAddress(string Data, Uri? Page);
