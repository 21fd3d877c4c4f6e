namespace Signage.Core.Planning;

/// <summary>A stretch of a panel's agenda in which one decision holds.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="Decision">What holds.</param>
public sealed record AgendaStretch(DateTimeOffset From, DateTimeOffset Until, Decision Decision);
