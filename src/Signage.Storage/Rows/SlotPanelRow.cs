namespace Signage.Storage.Rows;

/// <summary>One panel that a slot names, at its place in the author's list.</summary>
internal sealed class SlotPanelRow
{
    public string SlotId { get; init; } = "";

    public required string PanelId { get; init; }

    public required int Position { get; init; }
}
