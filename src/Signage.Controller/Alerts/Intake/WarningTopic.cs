namespace Signage.Controller.Alerts.Intake;

/// <summary>A topic of a broker on which warnings come.</summary>
/// <param name="Address">The broker and the topic.</param>
/// <param name="SiteId">Tells the site from the broker's other clients; always the same.</param>
internal sealed record WarningTopic(Uri Address, string SiteId);
