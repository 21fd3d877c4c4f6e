using Signage.Core.Panels;

namespace Signage.Core.Agendas;

/// <summary>冲突: a stretch in which a slot is open for a panel and does not play there.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Slot">The slot that loses.</param>
/// <param name="Reason">Why.</param>
/// <param name="To">The slots that play in its place, or the policies that darken it; empty where words are refused.</param>
/// <param name="Refusal">Why words are refused; null for every other reason.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it.</param>
public sealed record AgendaConflict(PanelId Panel, string Slot, LossReason Reason, IReadOnlyList<string> To, string? Refusal, DateTimeOffset From, DateTimeOffset Until);
