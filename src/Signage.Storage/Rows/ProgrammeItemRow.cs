namespace Signage.Storage.Rows;

/// <summary>One text of a programme at its place in the loop. The words stand here in full: a later edit elsewhere must not change what was approved.</summary>
internal sealed class ProgrammeItemRow
{
    public string ProgrammeId { get; init; } = "";

    public required int Position { get; init; }

    public required string ItemId { get; init; }

    public required string Text { get; init; }
}
