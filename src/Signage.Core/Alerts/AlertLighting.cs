namespace Signage.Core.Alerts;

/// <summary>Words of a warning and the time in which they are to be lit at a site. Whether people let them is not its question.</summary>
/// <param name="Message">The message.</param>
/// <param name="Info">The place of the info among those of the message, from 0.</param>
/// <param name="Words">The words.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after.</param>
/// <param name="Severity">How severe.</param>
public sealed record AlertLighting(AlertMessage Message, int Info, string Words, DateTimeOffset From, DateTimeOffset Until, AlertSeverity Severity);
