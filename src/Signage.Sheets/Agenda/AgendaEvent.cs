namespace Signage.Sheets.Agenda;

/// <summary>Something with a beginning and an end, for a calendar.</summary>
/// <param name="Id">Names it for ever: a calendar that takes the file twice has it once.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends; later than <paramref name="Start"/>.</param>
/// <param name="Summary">What people see.</param>
/// <param name="Description">What they read when they look closer.</param>
/// <param name="Location">Where it is.</param>
public sealed record AgendaEvent(string Id, DateTimeOffset Start, DateTimeOffset End, string Summary, string Description, string Location);
