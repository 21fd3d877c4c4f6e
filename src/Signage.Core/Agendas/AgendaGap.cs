using Signage.Core.Panels;

namespace Signage.Core.Agendas;

/// <summary>空白时段: a stretch in which a panel lights nothing.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The policies that darken it, or the slots that do or whose words are refused; empty where nothing is planned.</param>
/// <param name="Refusal">Why words are refused; null for every other reason.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it.</param>
public sealed record AgendaGap(PanelId Panel, GapReason Reason, IReadOnlyList<string> By, string? Refusal, DateTimeOffset From, DateTimeOffset Until);
