namespace Signage.Core.Alerts;

/// <summary>A message in the book.</summary>
/// <param name="Message">The message.</param>
/// <param name="Taken">When it was taken in first; it decides nothing but which of two messages of the same name stays.</param>
public sealed record AlertEntry(AlertMessage Message, DateTimeOffset Taken);
