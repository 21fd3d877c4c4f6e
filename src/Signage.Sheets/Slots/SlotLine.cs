using System.Text.Json.Nodes;

namespace Signage.Sheets.Slots;

/// <summary>A slot of a table.</summary>
/// <param name="Row">Its row, as Excel shows it.</param>
/// <param name="Members">The slot as the control socket takes it; what the table does not say is absent.</param>
public sealed record SlotLine(int Row, JsonObject Members);
